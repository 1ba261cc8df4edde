import Cryptography
import Testing

@Suite("An opening key")
struct OpeningKeyTests {
    @Test("is in the world as a code that is read however it is typed")
    func codes() throws {
        let key = OpeningKey(for: "box 1")
        let code = key.code
        #expect(code.count == 56 + 13)
        for typed in [
            code, code.lowercased(), code.replacing("-", with: ""), " \(code.replacing("-", with: " ")) ",
            code.replacing("0", with: "o").replacing("1", with: "l"),
        ] {
            #expect(try OpeningKey(code: typed, for: "box 1").publicKey == key.publicKey)
        }
    }

    @Test("tells a slip in any place, and the code of another box")
    func slips() throws {
        let key = OpeningKey(for: "box 1")
        let digits = Array(key.code)
        for place in digits.indices where digits[place] != "-" {
            var other = digits
            other[place] = other[place] == "7" ? "8" : "7"
            #expect(throws: OpeningKey.Problem.mistyped) { try OpeningKey(code: String(other), for: "box 1") }
        }
        #expect(throws: OpeningKey.Problem.mistyped) { try OpeningKey(code: key.code, for: "box 2") }
        for bad in ["", "U", String(key.code.dropLast()), key.code + "0000"] {
            #expect(throws: OpeningKey.Problem.malformed) { try OpeningKey(code: bad, for: "box 1") }
        }
    }

    @Test("opens what was sealed to it for its purpose, and nothing else")
    func opens() throws {
        let (key, other) = (OpeningKey(for: "box 1"), OpeningKey(for: "box 1"))
        let text = Array("一张票".utf8)
        let sealed = try OpeningSeal.seal(text, to: key.publicKey, for: "box 1")
        #expect(sealed.count == text.count + OpeningSeal.overhead)
        #expect(try key.open(sealed) == text)
        #expect(try OpeningSeal.seal(text, to: key.publicKey, for: "box 1") != sealed)
        #expect(throws: CryptographyError.self) { try other.open(sealed) }
        let renamed = try OpeningSeal.seal(text, to: key.publicKey, for: "box 2")
        #expect(throws: CryptographyError.self) { try key.open(renamed) }
        for place in [0, 31, 32, sealed.count - 1] {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: CryptographyError.self) { try key.open(changed) }
        }
        #expect(throws: CryptographyError.self) { try key.open([]) }
        #expect("\(key)" == "OpeningKey(box 1)")
    }

    @Test(
        "has codes in a base of 32 without letters that look alike",
        arguments: [[], [0], [255], [1, 2, 3, 4, 5], [9, 8, 7]] as [[UInt8]]
    )
    func base32(bytes: [UInt8]) throws {
        let text = Base32.text(of: bytes)
        #expect(Base32.bytes(of: text) == bytes)
        #expect(!text.contains { "ILOU".contains($0) })
        #expect(Base32.grouped("ABCDEFGHIJ") == "ABCD-EFGH-IJ")
    }
}
