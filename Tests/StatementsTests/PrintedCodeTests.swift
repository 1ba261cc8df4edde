import Cryptography
import Documents
import Foundation
import Kernel
import Statements
import Testing

@Suite("A printed statement")
struct PrintedCodeTests {
    @Test("is read from paper printed with 300 dots to the inch", arguments: SignatureAlgorithm.allCases, [28.0, 32.0])
    func readable(_ algorithm: SignatureAlgorithm, _ side: Double) throws {
        let key = try SigningKey(new: algorithm)
        for name in StatementTests.names {
            let signed = try SignedStatement(Samples.statement(name: name, specialty: "电焊工"), signing: key)
            let text = signed.qrText(address: "https://gongjiang.hrss.binzhou.gov.cn/verify")
            let paper = PaperDocument(
                PaperInformation(title: "证书", created: Samples.now),
                blocks: [.code(PrintedCode(try QRCode(text), side: side))]
            )
            let read = try Self.codes(try paper.pdf()).trimmingCharacters(in: .newlines)
            #expect(read == text, "\(text.utf8.count) bytes")
            #expect(SignedStatement(text: read)?.isSigned(by: key.verifier) == true)
        }
    }

    /// What zbar reads on a page.
    private static func codes(_ pdf: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "code-\(NewID.v7().lowercase)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(pdf).write(to: folder.appending(path: "page.pdf"))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "pdftoppm -r 300 -gray -png -singlefile page.pdf page && zbarimg --quiet --raw -Sdisable -Sqrcode.enable page.png",
        ]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
