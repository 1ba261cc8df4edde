import Contracts
import Cryptography
import Foundation
import Kernel
import Statements
import Testing

@Suite("Checking without a server")
struct OfflineCheckTests {
    @Test("leads to the one finding", arguments: try SignatureAlgorithm.allCases.flatMap(CheckCase.all))
    func findings(_ one: CheckCase) {
        let finding = one.finding
        #expect(finding.code == one.code)
        #expect(finding.sentence.hasSuffix("。"))
        switch one.code {
        case "valid": #expect(finding.isGood == true)
        case let code where code.contains("list"): #expect(finding.isGood == nil)
        default: #expect(finding.isGood == false)
        }
    }

    @Test("is tried with every finding there is")
    func complete() throws {
        let codes = Set(try CheckCase.all(.es256).map(\.code))
        #expect(
            codes == [
                "valid", "revoked", "cancelled", "suspended", "superseded", "unreadable", "forged", "unknown-key",
                "other-issuer",
                "key-revoked", "outside-key-time", "trust-list-tampered", "trust-list-of-stranger", "trust-list-stale",
                "trust-list-outdated",
                "trust-list-contradicted",
                "status-list-tampered", "status-list-stale",
            ]
        )
    }

    @Test("goes on where the bureau's key was changed, for readers who know only the older or only the newer one")
    func rotation() throws {
        let key = try SigningKey(new: .sm2)
        var bureau = try SampleBureau()
        bureau.certify(key)
        let older = bureau.anchors
        bureau.bureau.insert(try SigningKey(new: .sm2), at: 0)
        let text = try SignedStatement(Samples.statement(), signing: key).qrText(address: "https://gs.example/verify")
        let newer: Set<String> = [bureau.bureau[0].verifier.fingerprint]
        for anchors in [older, newer, nil] {
            let check = OfflineCheck(
                trust: try bureau.trust(),
                status: try bureau.status(),
                anchors: anchors,
                now: Samples.now
            )
            #expect(check.finding(text).code == "valid")
        }
        bureau.bureau.removeLast()
        let check = OfflineCheck(
            trust: try bureau.trust(),
            status: try bureau.status(),
            anchors: older,
            now: Samples.now
        )
        #expect(check.finding(text) == .trustListOfStranger)
    }

    @Test("knows a key of the bureau by all of it, not by the id that is short enough to be met")
    func anchors() throws {
        let key = try SigningKey(new: .es256)
        var bureau = try SampleBureau()
        bureau.certify(key)
        let text = try SignedStatement(Samples.statement(), signing: key).qrText(address: "https://gs.example/verify")
        let whole = bureau.bureau[0].verifier.fingerprint
        #expect(whole.count == 64 && whole.hasPrefix(bureau.bureau[0].verifier.id))
        for (anchor, code) in [(whole, "valid"), (bureau.bureau[0].verifier.id, "trust-list-of-stranger")] {
            let check = OfflineCheck(
                trust: try bureau.trust(),
                status: try bureau.status(),
                anchors: [anchor],
                now: Samples.now
            )
            #expect(check.finding(text).code == code)
        }
    }

    @Test("is told by nobody who knows number and name alone who is on the status list")
    func marks() throws {
        let key = try SigningKey(new: .es256)
        let statement = try Samples.statement()
        let (one, other) = (try SignedStatement(statement, signing: key), try SignedStatement(statement, signing: key))
        #expect(StatusList.mark(signature: one.signature) != StatusList.mark(signature: other.signature))
        var bureau = try SampleBureau()
        bureau.list(one, .fraud, on: "2026-10-12")
        let signed = try WireFormat.decode(SignedList.self, from: bureau.status())
        let text = String(decoding: Base64URL.bytes(of: signed.payload) ?? [], as: UTF8.self)
        #expect(!text.contains(statement.name) && !text.contains(statement.number.text))
        #expect(text.contains("\"reach\":\"issued-here\""))
    }

    @Test("says how old a list is", arguments: [(30.0, "刚刚"), (300, "5分钟前"), (10_800, "3小时前"), (259_200, "3天前")])
    func age(_ seconds: Double, _ words: String) {
        #expect(Finding.age(of: Samples.now.addingTimeInterval(-seconds), at: Samples.now) == words)
        #expect(Finding.words(Samples.now) == "2026-10-14 12:00")
    }
}
