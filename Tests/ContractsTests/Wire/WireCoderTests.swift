import Contracts
import Foundation
import Testing

@Suite("The coder of the wire against Foundation's")
struct WireCoderTests {
    @Test("writes values of chance with the same bytes, and reads them again", arguments: 0..<200 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var chance = WireChance(seed: seed)
        let sample = WireSample.random(&chance)
        let bytes = try WireFormat.encode(sample)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == String(decoding: try FoundationCoder.encode(sample), as: UTF8.self)
        )
        #expect(try WireFormat.decode(WireSample.self, from: bytes) == FoundationCoder.decode(from: bytes))
    }

    @Test("writes every document of the broker with the same bytes", arguments: Catalogue.fixtures)
    func documents(fixture: Fixture) throws {
        let bytes = try fixture.document.bytes
        #expect(try fixture.rewrite(bytes) == fixture.rewriteByFoundation(bytes))
    }

    @Test("writes numbers as Foundation does")
    func numbers() throws {
        let fractions: [Double] = [
            0, -0.0, 1, 1.5, 1e15, 1e16, 1e22, 1e100, 123_456_789_012_345_680, 1e-7, 0.1, .greatestFiniteMagnitude,
            .leastNonzeroMagnitude,
        ]
        #expect(try WireFormat.encode(fractions) == FoundationCoder.encode(fractions))
        let singles: [Float] = [0, 1.5, 16_777_216, 1e10, 3.4e38]
        #expect(try WireFormat.encode(singles) == FoundationCoder.encode(singles))
        #expect(throws: EncodingError.self) { try WireFormat.encode([Double.nan]) }
        #expect(throws: EncodingError.self) { try WireFormat.encode(["a": Float.infinity]) }
    }

    @Test("writes what containers hold that were asked for early and late, twice and by a class's child")
    func containers() throws {
        struct Interleaved: Encodable {
            enum Key: String, CodingKey { case z, a, m }
            func encode(to encoder: any Encoder) throws {
                var outer = encoder.container(keyedBy: Key.self)
                var list = outer.nestedUnkeyedContainer(forKey: .z)
                var inner = outer.nestedContainer(keyedBy: Key.self, forKey: .a)
                try list.encode(1)
                try outer.encode("first", forKey: .m)
                try inner.encode(2, forKey: .z)
                try list.encodeNil()
                try inner.encode(3, forKey: .a)
                try outer.encode("second", forKey: .m)
                var deepest = list.nestedContainer(keyedBy: Key.self)
                try list.encode("after")
                try deepest.encodeNil(forKey: .z)
                var single = outer.superEncoder().singleValueContainer()
                try single.encode(true)
            }
        }
        #expect(try WireFormat.encode([Interleaved()]) == FoundationCoder.encode([Interleaved()]))
        struct Nothing: Encodable { func encode(to encoder: any Encoder) {} }
        #expect(try WireFormat.encode([Nothing()]) == FoundationCoder.encode([Nothing()]))
        #expect(throws: EncodingError.self) { try WireFormat.encode(Nothing()) }
    }

    @Test("reads what a class's child wrote, lists in lists, and the end of a list")
    func reading() throws {
        struct Reader: Decodable, Equatable {
            let numbers: [Int]
            let rest: Int?
            init(from decoder: any Decoder) throws {
                let outer = try decoder.container(keyedBy: CodingKeys.self)
                var list = try outer.nestedUnkeyedContainer(forKey: .numbers)
                var inner = try list.nestedUnkeyedContainer()
                var found: [Int] = []
                while !inner.isAtEnd { found.append(try inner.decode(Int.self)) }
                numbers = found
                rest = try list.decodeNil() ? nil : list.decode(Int.self)
            }
            enum CodingKeys: CodingKey { case numbers }
        }
        for text in [#"{"numbers":[[1,2],3]}"#, #"{"numbers":[[],null]}"#] {
            let bytes = Array(text.utf8)
            #expect(try WireFormat.decode(Reader.self, from: bytes) == FoundationCoder.decode(Reader.self, from: bytes))
        }
        #expect(throws: DecodingError.self) {
            try WireFormat.decode(Reader.self, from: Array(#"{"numbers":[[]]}"#.utf8))
        }
    }
}
