import CertificateDomain
import Kernel

@testable import CertificateService

extension Refusals {
    static func numbers() throws -> Refusals {
        let agency = try AgencyCode(Samples.agencyCode)
        let series = NumberSeries(agency: agency, year: 2026, level: "T")
        return Refusals(
            [
                NumberRejection.exhausted(series), NumberRejection.agencyOutsideScheme(agency),
                NumberRejection.levelWithoutCharacter(.junior), NumberRejection.givenByProvince,
                NumberRejection.nothingToNumber, NumberRejection.ofOtherYear(2026, day: .earliest, count: 2),
                ProvincialNumber.Refusal.malformed, ProvincialNumber.Refusal.agency(expected: agency),
                ProvincialNumber.Refusal.level(expected: "T"), ProvincialNumber.Refusal.year(expected: 2026),
                ProvincialNumber.Refusal.future(today: .earliest), ProvincialNumber.Refusal.taken,
                ProvincialNumber.Refusal.holderHasAnother(try Samples.number(1)), ProvincialNumber.Refusal.givenHere,
                ProvincialNumber.Refusal.unknownCertificate, ProvincialNumber.Refusal.frozen, NotInForce(), BlankUsed(),
            ],
            ofFields: [
                "certificate.not-an-agency", "certificate.not-a-year", "certificate.not-a-number",
                "certificate.numbering-segments", "certificate.numbering-agencies", "certificate.numbering-serials",
                "certificate.numbering-level-missing", "certificate.numbering-level-unknown",
                "certificate.numbering-character", "certificate.numbering-character-twice",
                "certificate.statement-missing", "certificate.statement-too-long", "certificate.not-a-blank",
            ]
        )
    }
}
