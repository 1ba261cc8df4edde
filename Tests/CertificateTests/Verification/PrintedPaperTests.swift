import Cryptography
import Foundation
import Kernel
import ServiceKit
import Statements
import TestSupport
import Testing

@testable import CertificateService

@Suite("gongjiang certificate verify", .timeLimit(.minutes(30)))
struct PrintedPaperTests {
    /// What the command said and how it ended.
    private struct Said {
        let text: String
        let exit: Int32
    }

    /// Runs the executable that lies beside this one, as an operator would.
    private static func verify(_ code: String, in folder: URL, bureau: String) throws -> Said {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let process = Process()
        process.executableURL = own.deletingLastPathComponent().appending(path: "gongjiang")
        process.arguments = [
            "certificate", "verify", code, "--trust", folder.appending(path: "trust.json").path(), "--status",
            folder.appending(path: "status.json").path(), "--bureau", bureau,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Said(text: String(decoding: bytes, as: UTF8.self), exit: process.terminationStatus)
    }

    /// Keeps the lists of this moment beside the papers.
    private static func download(_ bench: Bench, to folder: URL) async throws {
        try await bench.service.tick()
        for (list, file) in [("/trust-list", "trust.json"), ("/status-list", "status.json")] {
            let answer = await bench.service.call("GET", list)
            try Data(answer.body).write(to: folder.appending(path: file))
        }
    }

    @Test("reads the paper a service printed, its picture and its text: valid, replaced, revoked")
    func printed() async throws {
        // The command goes by this machine's clock.
        let today = max(LocalDate(in: Date()), Samples.day("2026-10-14")).description
        try await Bench.with(today: today) { bench in
            let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(NewID.v7().lowercase)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try await bench.issued()
            let bureau = try #require(bench.service.keys["certificate"]?.bureau.first?.verifier.fingerprint)
            func keep(_ place: Int, as name: String) async throws -> String {
                let path = try await bench.certificate(place)
                let paper = await bench.service.call("GET", "\(path)/paper", as: .centreOfficer)
                let file = folder.appending(path: name)
                try Data(paper.body).write(to: file)
                return file.path()
            }
            let paper = try await keep(1, as: "first.pdf")
            let number = try #require(try await bench.statements().last).statement.number.text
            try await Self.download(bench, to: folder)
            let good = try Self.verify(paper, in: folder, bureau: bureau)
            #expect(good.exit == 0 && good.text.hasPrefix("证书真实,目前有效。\n"), "\(good.text)")
            #expect(good.text.contains("姓名 李明") && good.text.contains("证书编号 \(number)\n"))
            #expect(!good.text.contains(Samples.identityNumber))
            // What a reader of codes says of it, wrapped as mail wraps it.
            let code = try #require(try await bench.statements().last).qrText(
                address: bench.service.definition.address.page
            )
            let wrapped = stride(from: 0, to: code.count, by: 76).map { String(code.dropFirst($0).prefix(76)) }
            let mail = folder.appending(path: "mail.txt")
            try Data(wrapped.joined(separator: "\n").utf8).write(to: mail)
            #expect(try Self.verify(mail.path(), in: folder, bureau: bureau).exit == 0)
            #expect(try Self.verify(paper, in: folder, bureau: String(repeating: "0", count: 64)).exit == 2)

            let accepted = try await bench.decide(bench.request(#"{"name":"李铭"}"#, of: "李明"), "acceptance")
            #expect(accepted.status == 200, "\(accepted.text)")
            try await Self.download(bench, to: folder)
            let replaced = try Self.verify(paper, in: folder, bureau: bureau)
            #expect(replaced.exit == 1 && replaced.text.hasPrefix("证书已于\(today)更正并换发"), "\(replaced.text)")
            let second = try await keep(1, as: "second.pdf")
            let now = try Self.verify(second, in: folder, bureau: bureau)
            #expect(now.exit == 0 && now.text.contains("姓名 李铭"), "\(now.text)")

            let path = try await bench.certificate(1)
            let fraud = #"{"reason":"fraud","note":"业绩材料系伪造"}"#
            let version = try await bench.version(of: path)
            #expect(
                try await bench.ask("POST \(path)/revocation", as: "hr", version: version, body: fraud).status == 200
            )
            try await Self.download(bench, to: folder)
            for file in [paper, second] {
                let revoked = try Self.verify(file, in: folder, bureau: bureau)
                #expect(revoked.exit == 1 && revoked.text.hasPrefix("证书已撤销(\(today))"), "\(revoked.text)")
            }
        }
    }
}
