import Contracts
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// A notice as it is shown: who, for what, until when and why, and where to object.
struct NoticeView: Encodable {
    let id: String
    let list: String
    let round: String
    let state: String
    let title: String
    let enterprise: Enterprise
    let listDigest: String
    /// Why there are more names than posts, a sentence for each occupation; missing where there are not.
    let postsExceeded: [String]?
    let names: [NameView]
    let period: PeriodView
    let objections: Where
    /// Days that could be seen nowhere and about which an officer has to decide before it completes.
    let waitsForDecisionOn: [LocalDate]?
    let completedAt: Date?
    let withdrawnBecause: String?

    /// The enterprise inside which it is shown.
    struct Enterprise: Encodable {
        let creditCode: String
        let name: String
    }

    /// Where an objection is handed in.
    struct Where: Encodable {
        let office: HandlingOffice
        let until: Date
        /// The same in words.
        let how: String
    }

    /// What `reader` may see of a notice, nil before it is opened.
    init?(_ notice: Stored<Notice>, for reader: Reader) {
        guard let posting = notice.state.posting else { return nil }
        id = notice.id.lowercase
        list = posting.list.lowercase
        round = posting.round.lowercase
        state = notice.state.phase.rawValue
        title = posting.title.withoutPersonalNumbers
        enterprise = Enterprise(creditCode: posting.publisher.creditCode, name: posting.enterpriseName)
        listDigest = posting.listDigest
        postsExceeded = posting.postsExceeded?.map(\.withoutPersonalNumbers)
        let seesStanding = reader.seesStanding(of: notice.state)
        names = notice.state.names.filter { !$0.standing.isWithdrawn }
            .map { NameView($0, showsStanding: seesStanding, showsObjections: reader.seesObjections) }
        period = PeriodView(posting.period)
        objections = Where(
            office: posting.handlingOffice,
            until: posting.period.endsAt,
            how: "对公示人选有异议的,请于\(posting.period.lastDay.chinese)24时前向\(posting.handlingOffice.name)提出,实名、匿名均可;"
                + "提出后凭回执码查询办理情况。"
        )
        waitsForDecisionOn = notice.state.display?.undecidedDays
        if case .completed(_, let at) = notice.state { completedAt = at } else { completedAt = nil }
        if case .withdrawn(_, let reason) = notice.state { withdrawnBecause = reason } else { withdrawnBecause = nil }
    }
}

/// Who reads a notice.
enum Reader {
    /// Anybody of the enterprise: what is shown, not who is under examination.
    case colleague
    /// The enterprise's human resources: how names stand once the period has run, and never that or when somebody objected.
    case applicant
    /// The handling office and the authorities.
    case handler

    /// Whether the reader learns of objections, also by a version that changes with each.
    var seesObjections: Bool { self == .handler }

    func seesStanding(of notice: Notice) -> Bool {
        switch self {
        case .colleague: false
        case .applicant: notice.phase == .completed
        case .handler: true
        }
    }
}

/// One name of a notice; it has no number, telephone or birth date to show.
struct NameView: Encodable {
    let person: String
    let name: String
    let unit: String
    let workshop: String
    let occupation: Occupation
    let merits: String
    let relaxation: String?
    let standing: String?
    /// The objections open about the name, for the office alone.
    let openObjections: [String]?
    /// Its own period, where the entry was added or corrected after the notice went on show.
    let ownPeriod: PeriodView?

    init(_ name: ShownName, showsStanding: Bool, showsObjections: Bool) {
        person = name.person.lowercase
        self.name = name.name
        unit = name.unit.withoutPersonalNumbers
        workshop = name.workshop.withoutPersonalNumbers
        occupation = name.occupation
        merits = name.merits.withoutPersonalNumbers
        relaxation = name.relaxation.map(\.withoutPersonalNumbers)
        let (word, open) = Self.words(of: name.standing)
        standing = showsStanding ? word : nil
        openObjections = showsObjections ? open.map(\.lowercase) : nil
        ownPeriod = name.ownPeriod.map(PeriodView.init)
    }

    private static func words(of standing: Standing) -> (String, [UUID]) {
        switch standing {
        case .onShow(let received): ("on-show", received)
        case .held(let accepted, let received): ("held", accepted + received)
        case .cleared: ("cleared", [])
        case .removed: ("removed", [])
        case .withdrawn: ("withdrawn", [])
        }
    }
}

/// A notice in a list.
struct NoticeSummary: Encodable {
    let id: String
    let list: String
    let round: String
    let state: String
    let title: String
    let enterprise: NoticeView.Enterprise
    let names: Int
    let publishedOn: LocalDate
    let lastDay: LocalDate
    let authority: WorkingCalendar.Authority

    init?(_ notice: Stored<Notice>) {
        guard let posting = notice.state.posting else { return nil }
        id = notice.id.lowercase
        list = posting.list.lowercase
        round = posting.round.lowercase
        state = notice.state.phase.rawValue
        title = posting.title.withoutPersonalNumbers
        enterprise = .init(creditCode: posting.publisher.creditCode, name: posting.enterpriseName)
        names = notice.state.names.count
        publishedOn = posting.period.publishedOn
        lastDay = posting.period.lastDay
        authority = posting.period.authority
    }
}
