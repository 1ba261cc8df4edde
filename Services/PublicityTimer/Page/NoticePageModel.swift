import Contracts
import Foundation
import Kernel
import PublicityTimerDomain

/// What the page of a notice says; everything is text that was made for it.
struct NoticePageModel {
    let title: String
    let enterprise: String
    let start: String
    let end: String
    let endTime: String
    let endDay: String
    let required: String
    let extra: String?
    let isProvisional: Bool
    /// Whether only names with a period of their own are left.
    let isPartial: Bool
    let count: Int
    let days: [ShownDay]
    let rule: String
    let documents: String?
    let calendarVersion: String
    let digest: String
    /// Why there are more names than posts, a sentence for each occupation.
    let postsExceeded: [String]
    let names: [ShownNameModel]
    let hasNamesakes: Bool
    let office: OfficeModel
    let authority: OfficeModel
    let suggestions: OfficeModel
    let policy: PolicyModel
    /// Where texts were masked, for those who can have them corrected.
    let flags: [String]
    let showsFlags: Bool
    let determined: DeterminedModel?
    let form: ObjectionFormModel?

    /// What surrounds a notice on its page.
    struct Surroundings {
        let authority: AuthorityContact
        let suggestions: SuggestionContact
        let policy: ObjectionPolicy
        /// Whether the reader can have texts corrected.
        let showsFlags: Bool
        let determined: DeterminedModel?
    }

    /// What a notice shows while anything of it is on show.
    init(_ notice: Notice, _ display: Display, _ around: Surroundings, form: ObjectionFormModel?) {
        let (posting, period) = (display.posting, display.posting.period)
        let rows = ShownNameModel.rows(of: notice)
        title = posting.title.withoutPersonalNumbers
        enterprise = posting.enterpriseName
        start = period.publishedOn.chinese
        end = period.lastDay.chinese
        endTime = "\(period.lastDay.weekday.chinese)，当日24时截止"
        endDay = period.lastDay.chinese
        required = "\(period.requiredDays)个工作日"
        extra = period.extraDays > 0 ? "另因公示中断延长\(period.extraDays)个工作日" : nil
        isProvisional = period.authority == .provisional
        isPartial = notice.phase == .completed
        count = rows.count
        days = ShownDay.strip(of: period)
        rule = period.chinese.inFullWidth
        documents = period.documents.isEmpty ? nil : period.documents.joined(separator: "、").inFullWidth
        calendarVersion = period.calendarVersion
        digest = posting.listDigest
        postsExceeded = (posting.postsExceeded ?? []).map(\.withoutPersonalNumbers)
        names = rows
        hasNamesakes = rows.contains(where: \.isNamesake)
        office = OfficeModel(posting)
        authority = OfficeModel(around.authority)
        suggestions = OfficeModel(around.suggestions)
        policy = PolicyModel(around.policy)
        let places = PublicityPeriod.Remark.exposedNumbers(in: posting.title, display.names).compactMap { remark in
            if case .exposedNumber(let place, let kind) = remark { "\(place) (\(kind))" } else { nil }
        }
        flags = places
        showsFlags = around.showsFlags && !places.isEmpty
        determined = around.determined
        self.form = form
    }
}

/// One name of a notice's list.
struct ShownNameModel {
    let number: Int
    let name: String
    let person: String
    let isNamesake: Bool
    let unit: String
    let workshop: String
    let occupation: String
    let occupationCode: String
    let merits: String
    let relaxation: String?
    /// The own period of an entry that was added or corrected later, in words.
    let ownPeriod: String?
    let ownDays: [ShownDay]
    let hasOwnDays: Bool

    /// The names that are on show; those that were taken back are not.
    static func rows(of notice: Notice) -> [ShownNameModel] {
        let shown = notice.names.filter { name in
            !name.standing.isWithdrawn && (notice.phase == .running || name.isContinuing)
        }
        let counts = Dictionary(shown.map { ($0.name, 1) }, uniquingKeysWith: +)
        return shown.enumerated().map { index, name in
            ShownNameModel(
                number: index + 1,
                name: name.name,
                person: name.person.lowercase,
                isNamesake: counts[name.name, default: 0] > 1,
                unit: name.unit.withoutPersonalNumbers,
                workshop: name.workshop.withoutPersonalNumbers,
                occupation: name.occupation.inWords,
                occupationCode: name.occupation.code,
                merits: name.merits.withoutPersonalNumbers,
                relaxation: name.relaxation.map(\.withoutPersonalNumbers),
                ownPeriod: name.ownPeriod.map { "本条自\($0.publishedOn.chinese)起单独公示，至\($0.endInWords)止" },
                ownDays: name.ownPeriod.map(ShownDay.strip) ?? [],
                hasOwnDays: name.ownPeriod != nil
            )
        }
    }
}

extension Occupation {
    /// `焊工`, with its speciality where it has one.
    var inWords: String { "\(name)\(specialty.map { "·\($0)" } ?? "")" }
}

/// An office and how to reach it.
struct OfficeModel {
    let name: String
    let person: String?
    let telephone: String?
    let address: String?
    let email: String?
    let sections: String?
    /// Whether nothing is known but its name.
    let isBare: Bool

    /// The office of the enterprise that handles objections.
    init(_ posting: Posting) {
        let office = posting.handlingOffice
        self.init(office.name, office.person, office.telephone, office.address, office.email)
    }

    /// The filing authority.
    init(_ contact: AuthorityContact) {
        self.init(contact.name, nil, contact.telephone, contact.address, nil)
    }

    /// Whom to turn to with problems and suggestions.
    init(_ contact: SuggestionContact) {
        self.init(
            contact.block.name,
            nil,
            contact.block.telephone,
            contact.block.address,
            contact.block.email,
            sections: contact.block.sectionNames
        )
    }

    private init(
        _ name: String,
        _ person: String?,
        _ telephone: String?,
        _ address: String?,
        _ email: String?,
        sections: String? = nil
    ) {
        self.name = name
        self.person = person
        self.telephone = telephone
        self.address = address
        self.email = email
        self.sections = sections
        isBare = [person, telephone, address, email].allSatisfy { $0 == nil }
    }
}

/// What follows from an objection with a name and from one without, by the policy of the city.
struct PolicyModel {
    let realName: String
    let anonymous: String

    init(_ policy: ObjectionPolicy) {
        let decided = "\(policy.handlingDays)个工作日内作出处理决定（情况复杂的可延长一次，延长\(policy.extensionDays)个工作日）"
        let screened = "\(policy.screeningDays)个工作日内核实所反映的情况是否具体、可查证"
        realName =
            (policy.realNameHoldsAtOnce ? "收到即受理，被反映的人选在查清之前不办结，" : "\(screened)，属实可查的予以受理，") + decided
            + "，并给您书面答复。您的姓名和联系方式加密保存，只有您选定的受理部门能看到，企业人事部门看不到。"
        anonymous =
            (policy.anonymousHoldsAtOnce ? "收到即受理，" : "按线索处理：\(screened)，具体可查的予以受理，") + decided
            + "。不作书面答复，凭回执码可查询结果。系统不记录您的账号。"
    }
}

/// Who was determined from a list (企业确定获评人员).
struct DeterminedModel {
    let determinedOn: String
    let until: String
    let people: [Person]

    struct Person {
        let number: Int
        let name: String
        let isNamesake: Bool
        let unit: String
        let workshop: String?
        let occupation: String
        let occupationCode: String
    }
}
