import Foundation
import Statements
import Testing

@Suite("Bytes in an address")
struct Base64URLTests {
    @Test("come back from their text, which is the one Foundation makes", arguments: 0...70)
    func roundTrip(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 83 &+ count) }
        let text = Base64URL.text(of: bytes)
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        #expect(Data(base64Encoded: standard + String(repeating: "=", count: (4 - text.count % 4) % 4)) == Data(bytes))
        #expect(Base64URL.bytes(of: text) == bytes)
    }

    @Test(
        "are none where a sign, the length or the last bits are wrong",
        arguments: ["A", "AB", "AAB", "AAAAA", "A+", "A/", "AA==", "A A", "Ā", "AB\n", "////"]
    )
    func wrong(_ text: String) {
        #expect(Base64URL.bytes(of: text) == nil)
    }

    @Test("are all there, with the two signs of addresses")
    func alphabet() {
        #expect(Base64URL.bytes(of: "-_-_") == [0xFB, 0xFF, 0xBF])
        #expect(Base64URL.text(of: [0xFB, 0xFF, 0xBF]) == "-_-_")
        #expect(Base64URL.bytes(of: "") == [])
    }
}
