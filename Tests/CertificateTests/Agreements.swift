import CertificateDomain
import Contracts
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("The certificate service")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    /// What each part of the service refuses; its tests name it beside them.
    private static let parts: [Refusals] = [
        registrations,
        .registrations,
        .signing,
        .provincial,
        .register,
        .status,
        .papers,
        .corrections,
    ]

    private static let registrations = Refusals(
        [
            Registration.Rejection.notOpened, Registration.Rejection.notSubmitted,
            Registration.Rejection.alreadySubmitted, Registration.Rejection.alreadyAudited(.municipal),
            Registration.Rejection.notAuditedMunicipally, Registration.Rejection.notThisOfficesTurn(turn: .provincial),
            Registration.Rejection.reasonMissing, Registration.Rejection.agencyCodeInvalid,
            Registration.Rejection.agencyCodeDiffers(filed: Samples.agencyCode), Registration.Rejection.notNumbered,
            Registration.Rejection.alreadyNumbered, Registration.Rejection.alreadyIssued,
            Registration.Rejection.issuedBeforeNumbering(.earliest),
            Registration.Rejection.issuedInFuture(today: .earliest), Certificate.Rejection.notPrepared,
            Certificate.Rejection.numberGiven, Certificate.Rejection.numberMissing, Certificate.Rejection.alreadyIssued,
            Certificate.Rejection.objectedTo, Registration.Rejection.nobodyNumbered,
            IdentityUnreadable(count: 2), VerifyCertificate.NoMatch(), FilingFrozen(state: .cancelled),
        ],
        ofFields: [
            "certificate.reason-too-long", "certificate.unknown-state", "certificate.parameter-missing",
            "certificate.statement-elsewhere",
        ]
    )

    @Test("has sentences for every no, and no others than those of fields")
    func refusals() throws {
        let parts = try Self.parts + [.numbers()]
        let refusals = parts.flatMap(\.refusals)
        try Agreement<Main>().verify(refusals: refusals)
        let others = Set(parts.flatMap(\.ofFields))
        #expect(Set(refusals.map(\.code)).union(others) == Set(Main.messages.codes))
    }

    @Test("has no sentence that says that an office approves or issues")
    func words() {
        for code in Main.messages.codes {
            let sentence = Main.messages[code]?.zh ?? ""
            #expect(!sentence.contains("批准") && !sentence.contains("核准"), "\(sentence)")
        }
    }
}
