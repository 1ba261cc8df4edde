import Foundation
import Kernel

/// What one determination of an enterprise hands to registration (上传审核): the persons it approved together.
package struct Batch: Hashable, Sendable, Codable {
    /// The determination, which gives one batch and no more.
    package let determination: UUID
    /// The proposed list it was made on.
    package let list: UUID
    /// The filing it was made under.
    package let filing: UUID
    /// Who evaluates, issues and answers for it (谁评价、谁发证、谁负责).
    package let issuer: EnterpriseRef
    /// The issuer's name, as the certificate will print it.
    package let issuerName: String
    /// The agency code as the determination states it; read when numbers are given.
    package let agencyCode: String
    /// The day of the determination.
    package let determinedOn: LocalDate
    /// The persons, in the order of the list.
    package let persons: [UUID]

    package init(
        determination: UUID,
        list: UUID,
        filing: UUID,
        issuer: EnterpriseRef,
        issuerName: String,
        agencyCode: String,
        determinedOn: LocalDate,
        persons: [UUID]
    ) {
        self.determination = determination
        self.list = list
        self.filing = filing
        self.issuer = issuer
        self.issuerName = issuerName
        self.agencyCode = agencyCode
        self.determinedOn = determinedOn
        self.persons = persons
    }
}
