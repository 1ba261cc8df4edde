import Foundation
import Kernel

/// What a notice shows of a person: enough to tell namesakes apart, no number, telephone or birth date.
package struct ProposedName: Codable, Hashable, Sendable {
    package let person: UUID
    package let application: UUID
    package let name: String
    package let unit: String
    package let workshop: String
    package let occupation: Occupation
    /// The merits the panel saw, in the applicant's words.
    package let merits: String
    /// Which conditions were relaxed and why (notice, clause 三（三）), where any were.
    package let relaxation: String?

    package init(
        person: UUID,
        application: UUID,
        name: String,
        unit: String,
        workshop: String,
        occupation: Occupation,
        merits: String,
        relaxation: String?
    ) {
        self.person = person
        self.application = application
        self.name = name
        self.unit = unit
        self.workshop = workshop
        self.occupation = occupation
        self.merits = merits
        self.relaxation = relaxation
    }
}

/// The panel's proposed list (建议人选名单) is ready to be shown inside the enterprise.
package struct ListProposed: Fact {
    package static let name = "evaluation.list-proposed"
    /// With more names the determination, which carries a sealed identity for each, would not fit one fact.
    package static let mostNames = 200

    package let list: UUID
    package let round: UUID
    package let filing: UUID
    package let proposer: EnterpriseRef
    package let enterpriseName: String
    package let title: String
    /// SHA-256 of the canonical bytes of `names`, in hex.
    package let listDigest: String
    /// The working days the plan asks for; the notice (四（三）) asks for at least five.
    package let requiredDays: Int
    /// The day the enterprise shows the list; it is not counted.
    package let publishedOn: LocalDate
    /// The office that takes objections.
    package let handlingOffice: String
    /// How to reach it; nil in what was said before plans named it.
    package let handlingContact: OfficeContact?
    /// Why the list has more names in an occupation than there are posts; nil where it has not.
    package let postsExceeded: [PostsExceeded]?
    package let names: [ProposedName]

    package var subject: UUID { list }
    package var enterprise: EnterpriseRef? { proposer }

    package init(
        list: UUID,
        round: UUID,
        filing: UUID,
        proposer: EnterpriseRef,
        enterpriseName: String,
        title: String,
        listDigest: String,
        requiredDays: Int,
        publishedOn: LocalDate,
        handlingOffice: String,
        handlingContact: OfficeContact? = nil,
        postsExceeded: [PostsExceeded]? = nil,
        names: [ProposedName]
    ) {
        self.list = list
        self.round = round
        self.filing = filing
        self.proposer = proposer
        self.enterpriseName = enterpriseName
        self.title = title
        self.listDigest = listDigest
        self.requiredDays = requiredDays
        self.publishedOn = publishedOn
        self.handlingOffice = handlingOffice
        self.handlingContact = handlingContact
        self.postsExceeded = postsExceeded
        self.names = names
    }
}

/// An occupation in which a list has more names than the plan has posts (岗位职数), with the recorded reason.
package struct PostsExceeded: Codable, Hashable, Sendable {
    package let occupation: Occupation
    package let posts: Int
    /// Names of the list and of earlier lists under the plan.
    package let names: Int
    package let reason: String

    package init(occupation: Occupation, posts: Int, names: Int, reason: String) {
        self.occupation = occupation
        self.posts = posts
        self.names = names
        self.reason = reason
    }
}

/// A proposed list was taken back before its determination.
package struct ListWithdrawn: Fact {
    package static let name = "evaluation.list-withdrawn"

    package let list: UUID
    package let proposer: EnterpriseRef
    package let reason: String

    package var subject: UUID { list }
    package var enterprise: EnterpriseRef? { proposer }

    package init(list: UUID, proposer: EnterpriseRef, reason: String) {
        self.list = list
        self.proposer = proposer
        self.reason = reason
    }
}

/// What a certificate prints of a person's identity document.
package struct PersonIdentity: Codable, Hashable, Sendable {
    /// As printed, 居民身份证 or 护照.
    package let documentType: String
    package let documentNumber: String

    /// What the talent database records of the person beside it; nil in what was said before that was told.
    package let record: PersonRecord?

    package init(documentType: String, documentNumber: String, record: PersonRecord? = nil) {
        self.documentType = documentType
        self.documentNumber = documentNumber
        self.record = record
    }
}

/// A person the enterprise determined to be a special-grade technician.
package struct ApprovedName: Codable, Hashable, Sendable {
    package let person: UUID
    package let application: UUID
    package let name: String
    package let unit: String
    package let occupation: Occupation
    /// The identity document, sealed for the certificate service.
    package let identity: Sealed<PersonIdentity>

    package init(
        person: UUID,
        application: UUID,
        name: String,
        unit: String,
        occupation: Occupation,
        identity: Sealed<PersonIdentity>
    ) {
        self.person = person
        self.application = application
        self.name = name
        self.unit = unit
        self.occupation = occupation
        self.identity = identity
    }
}

/// One determination of the enterprise (企业确定获评人员, stage 公示核准) has taken effect.
///
/// A list can have several: names that were held follow when their objection is closed.
package struct ListApproved: Fact {
    package static let name = "evaluation.list-approved"

    package let determination: UUID
    package let list: UUID
    package let round: UUID
    package let filing: UUID
    package let determiner: EnterpriseRef
    package let enterpriseName: String
    package let agencyCode: String
    package let listDigest: String
    /// The notice whose completion it rests on.
    package let notice: UUID
    package let publishedOn: LocalDate
    package let lastDay: LocalDate
    package let determinedAt: Date
    /// Who determines for the enterprise, and on what: the plan's named authorisation, or the officer who signed.
    package let authorisedBy: String
    /// The number of the paper of the determination; nil in what was said before papers had numbers.
    package let paperNumber: String?
    /// The day the paper bears; nil with its number.
    package let paperDate: LocalDate?
    package let names: [ApprovedName]

    package var subject: UUID { list }
    package var enterprise: EnterpriseRef? { determiner }

    package init(
        determination: UUID,
        list: UUID,
        round: UUID,
        filing: UUID,
        determiner: EnterpriseRef,
        enterpriseName: String,
        agencyCode: String,
        listDigest: String,
        notice: UUID,
        publishedOn: LocalDate,
        lastDay: LocalDate,
        determinedAt: Date,
        authorisedBy: String,
        paperNumber: String? = nil,
        paperDate: LocalDate? = nil,
        names: [ApprovedName]
    ) {
        self.determination = determination
        self.list = list
        self.round = round
        self.filing = filing
        self.determiner = determiner
        self.enterpriseName = enterpriseName
        self.agencyCode = agencyCode
        self.listDigest = listDigest
        self.notice = notice
        self.publishedOn = publishedOn
        self.lastDay = lastDay
        self.determinedAt = determinedAt
        self.authorisedBy = authorisedBy
        self.paperNumber = paperNumber
        self.paperDate = paperDate
        self.names = names
    }
}
