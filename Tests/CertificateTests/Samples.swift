import CertificateDomain
import Contracts
import Foundation
import Kernel

/// Values the tests of this service share.
enum Samples {
    static let enterprise = EnterpriseRef(id: uuid(1), creditCode: "91371600MA3N00011J")
    static let other = EnterpriseRef(id: uuid(2), creditCode: "9137160270000001X7")
    static let agencyCode = "Y000037160001"
    static let welder = Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil)
    static let identityNumber = "11010519491231002X"

    static func uuid(_ number: Int) -> UUID {
        UUID(uuidString: "00000000-0000-7000-8000-\(String(1_000_000_000_000 + number).dropFirst())") ?? UUID()
    }

    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? .earliest }

    static let batch = Batch(
        determination: uuid(10),
        list: uuid(11),
        filing: uuid(12),
        issuer: enterprise,
        issuerName: "滨州重工有限公司",
        agencyCode: agencyCode,
        determinedOn: day("2026-10-14"),
        persons: [uuid(20), uuid(21)]
    )

    static func holding(person: UUID = uuid(20), name: String = "王建国") -> Holding {
        Holding(
            registration: uuid(30),
            determination: uuid(10),
            person: person,
            name: name,
            unit: "焊接车间",
            occupation: welder,
            level: .specialGradeTechnician,
            issuer: enterprise,
            issuerName: "滨州重工有限公司"
        )
    }

    static func number(_ sequence: Int) throws -> CertificateNumber {
        try CertificateNumber(agency: AgencyCode(agencyCode), year: 2026, level: "T", sequence: sequence)
    }
}
