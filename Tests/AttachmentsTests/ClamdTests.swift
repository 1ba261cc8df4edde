import Foundation
import Testing

@testable import Attachments

@Suite("The scanner")
struct ClamdTests {
    private static func scan(_ bytes: [UInt8], by fake: FakeClamd) throws -> ScanVerdict {
        let address = try #require(ClamdScanner.Address(fake.path))
        return try ClamdScanner(address, patience: 5).scan(size: bytes.count) { Array(bytes[$0]) }
    }

    @Test("is sent the whole file in pieces, and its verdict is taken")
    func verdicts() throws {
        let fake = try FakeClamd()
        defer { fake.stop() }
        let file = Samples.pdf(length: 3 * Inspection.pieceLength + 17)
        #expect(try Self.scan(file, by: fake) == .clean)
        #expect(fake.files == [file])
        #expect(try Self.scan(Array("X5O!EICAR".utf8), by: fake) == .infected("Eicar-Test-Signature"))
    }

    @Test("that gives no verdict lets the file wait")
    func noVerdict() throws {
        let fake = try FakeClamd(.takesOnly(1000))
        defer { fake.stop() }
        let large = Samples.pdf(length: 4 * Inspection.pieceLength)
        #expect(throws: ClamdScanner.Failure.self) { try Self.scan(large, by: fake) }
        fake.behave(.says("stream: Can't allocate memory ERROR"))
        #expect(throws: ClamdScanner.Failure.answered("stream: Can't allocate memory ERROR")) {
            try Self.scan(Samples.pdf, by: fake)
        }
        let nobody = try #require(ClamdScanner.Address("/tmp/nobody-\(UUID().uuidString.prefix(8)).sock"))
        #expect(throws: ClamdScanner.Failure.unreachable("nobody listens")) {
            try ClamdScanner(nobody).scan(size: 1) { _ in [0] }
        }
        let closed = try #require(ClamdScanner.Address("127.0.0.1:1"))
        #expect(throws: ClamdScanner.Failure.unreachable("nobody listens")) {
            try ClamdScanner(closed).scan(size: 1) { _ in [0] }
        }
    }

    @Test(
        "is found at a path or at a host and port",
        arguments: [
            ("/run/clamd.ctl", .local("/run/clamd.ctl")), ("unix:/run/clamd.ctl", .local("/run/clamd.ctl")),
            ("clamd:3310", .network(host: "clamd", port: "3310")),
            ("tcp://[::1]:3310", .network(host: "::1", port: "3310")), ("clamd", nil), (":3310", nil),
            ("clamd:99999", nil), ("unix:clamd", nil),
        ] as [(String, ClamdScanner.Address?)]
    )
    func addresses(_ text: String, _ address: ClamdScanner.Address?) {
        #expect(ClamdScanner.Address(text) == address)
    }
}
