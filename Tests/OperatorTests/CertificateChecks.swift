import ArgumentParser
import Contracts
import Cryptography
import Documents
import Foundation
import Kernel
import Statements
import Testing

@testable import Operator

@Suite("gongjiang certificate verify")
struct CertificateChecks {
    /// A folder with lists published now, and statements.
    private struct Folder {
        let path: String
        let key: SigningKey
        let bureau: SigningKey
        /// A revoked one.
        let gone: SignedStatement
        /// One that a corrected one replaced.
        let former: SignedStatement

        init(_ algorithm: SignatureAlgorithm, age: TimeInterval = 600, _ body: (Folder) throws -> Void) throws {
            path = FileManager.default.temporaryDirectory.appending(path: "verify-\(UUID().uuidString)").path()
            (key, bureau) = (try SigningKey(new: algorithm), try SigningKey(new: algorithm))
            gone = try SignedStatement(Self.statement("李明"), signing: key)
            former = try SignedStatement(Self.statement("王建围"), signing: key)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let now = Date()
            let trust = TrustList(
                version: 1,
                issuedAt: now.addingTimeInterval(-age),
                validUntil: now.addingTimeInterval(86_400 * 30 - age),
                bureauKeys: [TrustList.BureauKey(bureau.verifier)],
                keys: [
                    TrustList.Key(
                        key.verifier,
                        creditCode: "91371600MA3N00011J",
                        issuerName: "滨州重工有限公司",
                        from: LocalDate(in: now)
                    )
                ]
            )
            let (revoked, replaced) = (gone, former)
            let signedTrust = try SignedList(.trust, WireFormat.encode(trust), signing: [bureau])
            let status = StatusList(
                version: 1,
                issuedAt: now.addingTimeInterval(-age),
                validUntil: now.addingTimeInterval(86_400 - age),
                trust: TrustListReference(signedTrust),
                entries: [
                    StatusList.Entry(
                        mark: StatusList.mark(signature: revoked.signature),
                        .notInForce(.revoked, .fraud),
                        on: revoked.statement.issuedOn
                    ),
                    StatusList.Entry(
                        mark: StatusList.mark(signature: replaced.signature),
                        .superseded,
                        on: replaced.statement.issuedOn
                    ),
                ]
            )
            try write("trust", WireFormat.encode(signedTrust))
            try write("status", WireFormat.encode(SignedList(.status, WireFormat.encode(status), signing: [bureau])))
            try write("bureau.pub", Array(bureau.verifier.pem.utf8))
            try body(self)
        }

        func write(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
        }

        static func statement(_ name: String) throws -> CertificateStatement {
            try CertificateStatement(
                number: CertificateNumber("Y00003716000126T000001"),
                name: name,
                occupationCode: "6-18-02-04",
                occupation: "焊工",
                specialty: nil,
                level: "特级技师",
                creditCode: "91371600MA3N00011J",
                issuerName: "滨州重工有限公司",
                issuedOn: LocalDate("2026-10-14") ?? .earliest
            )
        }

        var revoked: String { gone.qrText(address: "https://gs.example/verify") }

        func text(_ name: String, by key: SigningKey? = nil) throws -> String {
            try SignedStatement(Self.statement(name), signing: key ?? self.key).qrText(
                address: "https://gs.example/verify"
            )
        }

        /// The exit code of the command.
        func run(_ code: String, bureau: String? = nil) throws -> Int32 {
            let key = bureau ?? "\(path)/bureau.pub"
            let command = try VerifyCertificateCommand.parse([
                code, "--trust", "\(path)/trust", "--status", "\(path)/status", "--bureau", key,
            ])
            do {
                try command.run()
                return 0
            } catch let exit as ExitCode {
                return exit.rawValue
            }
        }
    }

    @Test("exits by what it finds, from a text and from a file", arguments: SignatureAlgorithm.allCases)
    func exits(_ algorithm: SignatureAlgorithm) throws {
        _ = try Folder(algorithm) { folder in
            let good = try folder.text("王建国")
            #expect(try folder.run(good) == 0)
            try folder.write("code.txt", Array("\(good)\n".utf8))
            #expect(try folder.run("\(folder.path)/code.txt") == 0)
            #expect(try folder.run(good, bureau: folder.bureau.verifier.fingerprint) == 0)
            #expect(throws: OperatorError.self) { try folder.run(good, bureau: folder.bureau.verifier.id) }
            #expect(try folder.run(folder.revoked) == 1)
            #expect(try folder.run(folder.former.qrText(address: "https://gs.example/verify")) == 1)
            #expect(try folder.run(String(good.dropLast(3))) == 1)
            #expect(try folder.run(folder.text("王建国", by: SigningKey(new: algorithm))) == 1)
            #expect(try folder.run(good, bureau: String(repeating: "0123456789abcdef", count: 4)) == 2)
            #expect(throws: OperatorError.self) { try folder.run(good, bureau: "nobody") }
            try folder.write("status", Array("{}".utf8))
            #expect(try folder.run(good) == 2)
        }
    }

    @Test("looks at every statement of a file and ends with the worst")
    func everyStatement() throws {
        _ = try Folder(.es256) { folder in
            let good = try folder.text("王建国")
            func exit(of lines: [String]) throws -> Int32 {
                try folder.write("codes.txt", Array(lines.joined(separator: "\n").utf8))
                return try folder.run("\(folder.path)/codes.txt")
            }
            #expect(try exit(of: [good, "", good, ""]) == 0)
            #expect(try exit(of: [good, folder.revoked]) == 1)
            #expect(try exit(of: [folder.revoked, good]) == 1)
            #expect(try exit(of: [good, String(good.dropLast(9))]) == 1)
            #expect(try exit(of: []) == 1, "a file that states nothing proves nothing")
        }
    }

    @Test("reads a statement that was wrapped over lines as one, beside others")
    func wrapped() throws {
        _ = try Folder(.es256) { folder in
            let (good, other) = (try folder.text("王建国"), try folder.text("𠮷田·王"))
            func wrap(_ text: String, at width: Int) -> String {
                var (lines, rest) = ([String](), Substring(text))
                while !rest.isEmpty {
                    lines.append(String(rest.prefix(width)))
                    rest = rest.dropFirst(width)
                }
                return lines.joined(separator: "\r\n")
            }
            func exit(of text: String) throws -> Int32 {
                try folder.write("mail.txt", Array(text.utf8))
                return try folder.run("\(folder.path)/mail.txt")
            }
            for width in [40, 64, 76] {
                #expect(WrittenStatements.read(wrap(good, at: width)) == [good])
                let both = wrap(good, at: width) + "\n" + wrap(other, at: width)
                #expect(WrittenStatements.read(both) == [good, other])
                #expect(try exit(of: both) == 0)
                #expect(try exit(of: both + "\n\n" + wrap(folder.revoked, at: width)) == 1)
                #expect(try folder.run(wrap(good, at: width)) == 0)
                let cut = wrap(String(good.dropLast(9)), at: width)
                #expect(WrittenStatements.read(cut + "\n\n" + other) == [String(good.dropLast(9)), other])
            }
        }
    }

    @Test("reads every code of a printed file")
    func printed() throws {
        _ = try Folder(.sm2) { folder in
            let good = try folder.text("王建国")
            func exit(of codes: [String]) throws -> Int32 {
                let paper = PaperDocument(
                    PaperInformation(title: "证书", created: Date()),
                    blocks: try codes.map { .code(PrintedCode(try QRCode($0), side: 32)) }
                )
                try folder.write("paper.pdf", paper.pdf())
                return try folder.run("\(folder.path)/paper.pdf")
            }
            let official = "https://zscx.example.gov.cn/q?no=Y00003716000126T000001"
            #expect(try exit(of: [official, good]) == 0)
            #expect(try exit(of: [good, folder.revoked, official]) == 1)
            #expect(try exit(of: [official]) == 1)
        }
    }

    @Test("cannot tell from a list past its time, and says how old it is")
    func stale() throws {
        _ = try Folder(.es256, age: 90_000) { folder in
            let good = try folder.text("王建国")
            #expect(try folder.run(good) == 2)
            #expect(try folder.run(folder.revoked) == 1)
            let check = OfflineCheck(
                trust: Array(try Data(contentsOf: URL(filePath: "\(folder.path)/trust"))),
                status: Array(try Data(contentsOf: URL(filePath: "\(folder.path)/status"))),
                anchors: nil,
                now: Date()
            )
            let report = CertificateReport(check, code: good, now: Date())
            #expect(report.finding.code == "status-list-stale")
            #expect(report.lines.contains { $0.hasPrefix("状态名单第1版") && $0.contains("25小时前") })
            #expect(report.lines.contains { $0.contains(folder.bureau.verifier.fingerprint) })
            #expect(report.lines.contains("姓名 王建国"))
        }
    }
}
