import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import ServiceKit
import Testing

@testable import CertificateService

@Suite("What is written down agrees with what runs")
struct AgreementTests {
    private func main() throws -> Main { try Bench.unconnected() }

    @Test("subscriptions hear exactly the speakers of the plan")
    func speakers() throws {
        let words = try main().subscriptions.compactMap(\.fact).map { String($0.prefix { $0 != "." }) }
        let speakers = Set(words.compactMap { word in ServiceName.allCases.first { $0.speaks.contains(word) } })
        #expect(speakers == Set(Plan.heard(by: .certificate)))
    }

    @Test("every route has an access row and stands in the API document, and the other way round")
    func routes() throws {
        let routes = Set(try main().routes.map(\.key))
        #expect(routes == Set(Main.access.rows.keys))
        #expect(routes == (try Self.documented()))
    }

    private static let rejections: [any Kernel.Rejection] = [
        Registration.Rejection.notOpened, Registration.Rejection.notSubmitted,
        Registration.Rejection.alreadySubmitted, Registration.Rejection.alreadyAudited(.municipal),
        Registration.Rejection.notAuditedMunicipally, Registration.Rejection.notThisOfficesTurn(turn: .provincial),
        Registration.Rejection.reasonMissing, Registration.Rejection.agencyCodeInvalid,
        Registration.Rejection.agencyCodeDiffers(filed: Samples.agencyCode), Registration.Rejection.notNumbered,
        Registration.Rejection.alreadyNumbered, Registration.Rejection.alreadyIssued,
        Registration.Rejection.issuedBeforeNumbering(.earliest),
        Registration.Rejection.issuedInFuture(today: .earliest), Certificate.Rejection.notPrepared,
        Certificate.Rejection.numberGiven, Certificate.Rejection.numberMissing, Certificate.Rejection.alreadyIssued,
        IdentityUnreadable(count: 2), VerifyCertificate.NoMatch(),
    ]

    @Test("every refusal has its sentences, with all places filled")
    func catalogue() throws {
        let exhausted = #expect(throws: NumberSeries.Exhausted.self) {
            try NumberSeries(agency: AgencyCode(Samples.agencyCode), level: .specialGradeTechnician, on: .latest)
                .numbers(1, through: 1_000_000)
        }
        let refusals = Self.rejections + [try #require(exhausted)]
        for refusal in refusals {
            let message = try #require(Main.messages[refusal.code], "\(refusal.code)")
            let sentence = Main.messages.chinese(refusal.code, refusal.arguments)
            #expect(!sentence.contains("{"), "\(sentence)")
            #expect(!message.en.isEmpty)
        }
        let others: Set = ["certificate.reason-too-long", "certificate.unknown-state", "certificate.parameter-missing"]
        #expect(Set(refusals.map(\.code)).union(others) == Set(Main.messages.codes))
    }

    @Test("no sentence says that an office approves or issues")
    func words() {
        for code in Main.messages.codes {
            let sentence = Main.messages[code]?.zh ?? ""
            #expect(!sentence.contains("批准") && !sentence.contains("核准"), "\(sentence)")
        }
    }

    /// The operations of docs/api/certificate.yaml: paths stand at two spaces, methods at four.
    private static func documented() throws -> Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/api/certificate.yaml"), encoding: .utf8)
        var operations: Set<String> = []
        var path = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  /") { path = String(line.dropFirst(2).dropLast()) }
            for method in ["get", "post", "put", "delete"] where line == "    \(method):" {
                operations.insert("\(method.uppercased()) \(path)")
            }
        }
        return operations
    }
}
