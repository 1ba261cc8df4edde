import Cryptography
import Foundation
import Kernel
import Statements
import Testing

@Suite("A signed statement")
struct StatementTests {
    static let names = ["王", "王建国", "𠀀𠮷", "阿卜杜勒·买买提", String(repeating: "欧", count: 30), "Anna Müller"]

    @Test("comes back from its compact form as it was signed", arguments: SignatureAlgorithm.allCases, names)
    func roundTrip(_ algorithm: SignatureAlgorithm, _ name: String) throws {
        let key = try SigningKey(new: algorithm)
        for specialty in [nil, "电焊工"] {
            let signed = try SignedStatement(Samples.statement(name: name, specialty: specialty), signing: key)
            let again = try #require(SignedStatement(compact: signed.compact))
            #expect(again == signed && again.isSigned(by: key.verifier))
            let text = signed.qrText(address: "https://gs.binzhou.gov.cn/verify")
            #expect(SignedStatement(text: text) == signed)
            #expect(SignedStatement(text: "  \(text)\n") == signed)
            #expect(SignedStatement(text: Base64URL.text(of: signed.compact)) == signed)
        }
    }

    @Test("is small", arguments: SignatureAlgorithm.allCases)
    func small(_ algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey(new: algorithm)
        let usual = try SignedStatement(Samples.statement(), signing: key)
        #expect(usual.compact.count <= 230)
        let long = try SignedStatement(
            Samples.statement(name: "阿卜杜热依木·买买提明", specialty: "手工电弧焊工", issuerName: "山东省滨州市邹平经济技术开发区重型机械制造有限公司"),
            signing: key
        )
        #expect(long.compact.count <= 310)
    }

    @Test("is nothing where any part of it was cut off or added")
    func truncated() throws {
        let key = try SigningKey(new: .es256)
        let signed = try SignedStatement(Samples.statement(), signing: key)
        let compact = signed.compact
        for length in 0..<compact.count { #expect(SignedStatement(compact: Array(compact.prefix(length))) == nil) }
        #expect(SignedStatement(compact: compact + [0x30]) == nil)
        let text = Base64URL.text(of: compact)
        for length in 0..<text.count {
            let read = SignedStatement(text: String(text.prefix(length)))
            #expect(read == nil)
        }
        for bad in ["", "#", "https://gs.example/verify", text + "=", text + " A", text.replacing("A", with: "+")] {
            #expect(SignedStatement(text: bad)?.isSigned(by: key.verifier) != true)
        }
    }

    @Test("does not hold once any of its bytes is another", arguments: SignatureAlgorithm.allCases)
    func forged(_ algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey(new: algorithm)
        let compact = try SignedStatement(Samples.statement(), signing: key).compact
        for place in compact.indices {
            var bytes = compact
            bytes[place] ^= 1
            #expect(SignedStatement(compact: bytes)?.isSigned(by: key.verifier) != true, "byte \(place)")
        }
    }

    @Test(
        "says nothing that is not seen, is empty, or reads otherwise than it is",
        arguments: [
            "", "王\u{0}", "王\n建国", "王\u{202E}建国", "王\u{200B}建国", "\u{FEFF}王", String(repeating: "王", count: 81),
        ]
    )
    func refused(_ name: String) {
        #expect(throws: CertificateStatement.Problem.line("name")) { try Samples.statement(name: name) }
    }

    @Test("says which member cannot stand")
    func members() {
        #expect(throws: CertificateStatement.Problem.line("issuerName")) { try Samples.statement(issuerName: "a\tb") }
        #expect(throws: CertificateStatement.Problem.line("specialty")) { try Samples.statement(specialty: "--") }
    }
}
