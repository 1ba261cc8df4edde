import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// The page of each notice: who may see it, and what stands on it.
struct NoticePages: Sendable {
    /// So many days the list of those determined is shown where nothing else is set.
    private static let usualDays = 30

    let templates: PageTemplates
    let codes: SiteCodes
    let tokens: FormToken
    let address: PublicAddress
    let authorities: AuthorityCopies
    let policy: ObjectionPolicy
    let determined = DeterminedStore()
    private let determinedDays: Int

    /// Reads the settings of the pages.
    ///
    /// - Throws: Where a setting or a template cannot be.
    init(_ environment: ServiceEnvironment, policy: ObjectionPolicy) throws {
        templates = try PageTemplates()
        codes = SiteCodes(keys: environment.keys)
        tokens = FormToken(keys: environment.keys)
        address = try PublicAddress(environment)
        authorities = AuthorityCopies(environment)
        self.policy = policy
        let days = environment.setting("determined.days").flatMap { $0.isEmpty ? nil : $0 }
        guard let count = Int(days ?? String(Self.usualDays)), (1...3650).contains(count) else {
            throw PublicAddress.BadSetting(description: "GONGJIANG_DETERMINED_DAYS is \(days ?? ""), not 1 to 3650")
        }
        determinedDays = count
    }

    /// Somebody who looks at the page.
    struct Reader {
        /// The code it was opened with, nil where somebody signed in.
        let code: String?
        /// Whether the reader can have texts corrected.
        let seesFlags: Bool
    }

    /// What stands on a page: a status and the text.
    struct Shown {
        let status: Int
        let html: String
        /// Whether the list itself is on it.
        let isOnShow: Bool
    }

    /// The page of a notice as it is at `now`.
    ///
    /// - Parameters:
    ///   - notice: The notice.
    ///   - reader: Who looks at it.
    ///   - now: Business time.
    ///   - typed: A form that could not be taken, nil for an empty one.
    ///   - faults: What is wrong with it.
    ///   - tx: The transaction.
    /// - Returns: The page.
    /// - Throws: What the database throws.
    func show(
        _ notice: Stored<Notice>,
        to reader: Reader,
        at now: Date,
        typed: Form? = nil,
        faults: [ObjectionFormModel.Fault] = [],
        in tx: borrowing Transaction
    ) throws -> Shown {
        guard let display = notice.state.display else { return try refused() }
        let determined = try determinedModel(of: notice.id, display, at: now, in: tx)
        guard notice.state.isOnShow else {
            let html = try templates.page(.ended, EndedModel(notice.state, display, determined: determined))
            return Shown(status: determined == nil ? 410 : 200, html: html, isOnShow: false)
        }
        let contacts = try authorities.contacts(on: LocalDate(in: now), in: tx)
        let around = NoticePageModel.Surroundings(
            authority: contacts.authority,
            suggestions: contacts.suggestions,
            policy: policy,
            showsFlags: reader.seesFlags,
            determined: determined
        )
        let form = ObjectionFormModel(
            of: notice.id,
            names: ShownNameModel.rows(of: notice.state),
            token: tokens.make(for: notice.id, at: now),
            code: reader.code,
            offices: (display.posting.handlingOffice.name, contacts.authority.name),
            typed: typed,
            faults: faults
        )
        let html = try templates.page(.notice, NoticePageModel(notice.state, display, around, form: form))
        return Shown(status: faults.isEmpty ? 200 : 422, html: html, isOnShow: true)
    }

    /// What somebody sees who may not see a page, or asks for one that is not there: the same.
    func refused() throws -> Shown {
        let model = RefusedModel(
            heading: "请输入公示码",
            sentence: "这个页面只供公示范围内的职工查看。请输入公示栏上的公示码，或登录后查看；公示码不对，或者没有这项公示，都会显示本页。",
            asksCode: true
        )
        return Shown(status: 403, html: try templates.page(.refused, model), isOnShow: false)
    }

    /// The list of those determined, while it is shown.
    private func determinedModel(
        of notice: UUID,
        _ display: Display,
        at now: Date,
        in tx: borrowing Transaction
    ) throws -> DeterminedModel? {
        let lists = try determined.lists(of: notice, in: tx)
        guard let last = lists.map(\.determinedAt).max() else { return nil }
        let until = LocalDate(in: last).adding(days: determinedDays)
        guard LocalDate(in: now) <= until else { return nil }
        return DeterminedModel(lists, display, until: until)
    }
}

/// What is left of a notice that is over.
struct EndedModel {
    let title: String
    let enterprise: String
    let digest: String
    let ending: String
    let determined: DeterminedModel?

    init(_ notice: Notice, _ display: Display, determined: DeterminedModel?) {
        title = display.posting.title.withoutPersonalNumbers
        enterprise = display.posting.enterpriseName
        digest = display.posting.listDigest
        self.determined = determined
        switch notice {
        case .withdrawn: ending = "本次公示已经终止，名单不再展示。"
        case .unopened, .running, .completed:
            let days = [display.posting.period] + display.names.compactMap(\.ownPeriod)
            let last = days.map(\.lastDay).max() ?? display.posting.period.lastDay
            ending = "公示已于\(last.chinese)24时结束，建议人选名单不再展示。"
        }
    }
}

/// A page that says no.
struct RefusedModel {
    let heading: String
    let sentence: String
    let asksCode: Bool
}

extension DeterminedModel {
    /// All lists that were determined from one notice, told apart by unit and workshop as the notice did.
    init(_ lists: [DeterminedList], _ display: Display, until: LocalDate) {
        let names = lists.flatMap(\.names)
        let counts = Dictionary(names.map { ($0.name, 1) }, uniquingKeysWith: +)
        let days = lists.map { LocalDate(in: $0.determinedAt).chinese }
        var seen: Set<String> = []
        determinedOn = days.filter { seen.insert($0).inserted }.joined(separator: "、")
        self.until = until.chinese
        people = names.enumerated().map { index, name in
            Person(
                number: index + 1,
                name: name.name,
                isNamesake: counts[name.name, default: 0] > 1,
                unit: name.unit.withoutPersonalNumbers,
                workshop: display.name(of: name.person)?.workshop.withoutPersonalNumbers,
                occupation: name.occupation.inWords,
                occupationCode: name.occupation.code
            )
        }
    }
}
