import Foundation
import Kernel

/// The persons of one determination passed the audits and have numbers.
package struct CertificatesRegistered: Fact {
    package static let name = "certificate.registered"

    package let registration: UUID
    package let determination: UUID
    package let issuer: EnterpriseRef
    package let persons: [UUID]

    package var subject: UUID { registration }
    package var enterprise: EnterpriseRef? { issuer }

    package init(registration: UUID, determination: UUID, issuer: EnterpriseRef, persons: [UUID]) {
        self.registration = registration
        self.determination = determination
        self.issuer = issuer
        self.persons = persons
    }
}

/// The enterprise issued a certificate (特级技师证书).
package struct CertificateIssued: Fact {
    package static let name = "certificate.issued"
    package static let enterpriseMembers: [String]? = [
        "certificate", "number", "holder", "holderName", "occupation", "level", "issuedOn", "determination",
    ]

    package let certificate: UUID
    /// 22 characters, 特级技师 with `T` at the sixteenth.
    package let number: String
    package let holder: UUID
    package let holderName: String
    package let issuer: EnterpriseRef
    package let occupation: Occupation
    /// As printed: 特级技师.
    package let level: String
    package let issuedOn: LocalDate
    package let determination: UUID

    package var subject: UUID { certificate }
    package var enterprise: EnterpriseRef? { issuer }
    package var person: UUID? { holder }

    package init(
        certificate: UUID,
        number: String,
        holder: UUID,
        holderName: String,
        issuer: EnterpriseRef,
        occupation: Occupation,
        level: String,
        issuedOn: LocalDate,
        determination: UUID
    ) {
        self.certificate = certificate
        self.number = number
        self.holder = holder
        self.holderName = holderName
        self.issuer = issuer
        self.occupation = occupation
        self.level = level
        self.issuedOn = issuedOn
        self.determination = determination
    }
}

/// Something an issued certificate says of its holder was wrong, and says otherwise since; number and day are the same.
package struct CertificateCorrected: Fact {
    package static let name = "certificate.corrected"
    package static let enterpriseMembers: [String]? = [
        "certificate", "number", "holder", "holderName", "issuer", "occupation", "fields", "correctedOn",
        "determination",
    ]

    package let certificate: UUID
    package let number: String
    package let holder: UUID
    /// As it is now.
    package let holderName: String
    package let issuer: EnterpriseRef
    /// As it is now.
    package let occupation: Occupation
    /// What was corrected, by name: `name`, `documentNumber`; never what a document's number was or is.
    package let fields: [String]
    package let correctedOn: LocalDate
    package let determination: UUID

    package var subject: UUID { certificate }
    package var enterprise: EnterpriseRef? { issuer }
    package var person: UUID? { holder }

    package init(
        certificate: UUID,
        number: String,
        holder: UUID,
        holderName: String,
        issuer: EnterpriseRef,
        occupation: Occupation,
        fields: [String],
        correctedOn: LocalDate,
        determination: UUID
    ) {
        self.certificate = certificate
        self.number = number
        self.holder = holder
        self.holderName = holderName
        self.issuer = issuer
        self.occupation = occupation
        self.fields = fields
        self.correctedOn = correctedOn
        self.determination = determination
    }
}

/// The status of an issued certificate is another.
package struct CertificateStatusChanged: Fact {
    package static let name = "certificate.status-changed"
    package static let enterpriseMembers: [String]? = [
        "certificate", "number", "holder", "issuer", "filing", "status", "since", "reason", "effectiveOn",
    ]

    package let certificate: UUID
    package let number: String
    package let holder: UUID
    package let issuer: EnterpriseRef
    package let filing: UUID
    package let status: CertificateStatus
    /// When it was decided.
    package let since: Date
    /// Why it is not in force; nil where it is, and in what was said before reasons were told.
    package let reason: StatusReason?
    /// The first day of the status; nil in what was said before it was told.
    package let effectiveOn: LocalDate?

    package var subject: UUID { certificate }
    package var enterprise: EnterpriseRef? { issuer }
    package var person: UUID? { holder }

    package init(
        certificate: UUID,
        number: String,
        holder: UUID,
        issuer: EnterpriseRef,
        filing: UUID,
        status: CertificateStatus,
        since: Date,
        reason: StatusReason? = nil,
        effectiveOn: LocalDate? = nil
    ) {
        self.certificate = certificate
        self.number = number
        self.holder = holder
        self.issuer = issuer
        self.filing = filing
        self.status = status
        self.since = since
        self.reason = reason
        self.effectiveOn = effectiveOn
    }
}
