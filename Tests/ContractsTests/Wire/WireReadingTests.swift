import Contracts
import Foundation
import Kernel
import Testing

/// What a text is read as, or in what member it does not fit.
private enum Outcome: Equatable {
    case read(String)
    case missing(String, at: [String])
    case wrongType(at: [String])
    case empty(at: [String])
    case corrupted(at: [String])

    init<Value>(_ read: () throws -> Value) rethrows {
        do { self = .read("\(try read())") } catch let error as DecodingError {
            func path(_ context: DecodingError.Context) -> [String] {
                context.codingPath.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
            }
            switch error {
            case .keyNotFound(let key, let context): self = .missing(key.stringValue, at: path(context))
            case .typeMismatch(_, let context): self = .wrongType(at: path(context))
            case .valueNotFound(_, let context): self = .empty(at: path(context))
            case .dataCorrupted(let context): self = .corrupted(at: path(context))
            @unknown default: throw error
            }
        }
    }
}

@Suite("What is read from the wire")
struct WireReadingTests {
    struct Body: Codable {
        var a: Int
        var b: String?
        var c: [String: UUID]?
        var at: Date?
        var on: Bool?
        var x: Double?
        var day: LocalDate?
        var l: [Body]?
        var kind: WireSample.Kind?
        var data: Data?
        var small: Int8?
    }

    @Test(
        "is read, or refused with the same member, as Foundation's decoder does it",
        arguments: [
            "{}", "[]", "", " ", #"{"a":1}"#, #"{"a":1.0}"#, #"{"a":1e2}"#, #"{"a":"1"}"#, #"{"a":null}"#,
            #"{"a":1,"a":2}"#, #"{"a":01}"#, #"{"a":1} x"#, #"{"a":1,"b":5}"#, #" { "a" : 1 , "b" : "x" } "#,
            #"{"a":1,"b":"\ud83d\ude00\u00e9\/\b\f\n\r\t\"\\"}"#, #"{"a":1,"z":"\ud800"}"#, #"{"a":1,"b":"\x"}"#,
            #"{"a":1,"b":"\u12"}"#, "{\"a\":1,\"b\":\"\n\"}", "{\"a\":1,\"b\":\"\0\"}", #"{"a":1,"c":{"k":"no"}}"#,
            #"{"a":1,"c":{"k":null}}"#, #"{"a":1,"c":{"k":"01990000-0000-7000-8000-00000000000A"}}"#,
            #"{"a":1,"at":"x"}"#, #"{"a":1,"at":5}"#, #"{"a":1,"at":"2026-10-14T00:00:00+08:00"}"#,
            #"{"a":1,"on":1}"#, #"{"a":1,"on":true}"#, #"{"a":1,"x":-0}"#, #"{"a":1,"x":0.1e-2}"#, #"{"a":-0}"#,
            #"{"a":1,"day":"2026-02-30"}"#, #"{"a":1,"day":"2026-02-28"}"#, #"{"a":1,"l":[{"a":1},{"a":true}]}"#,
            #"{"a":1,"l":[{"a":1},{}]}"#, #"{"a":1,"l":[null]}"#, #"{"a":1,"l":{}}"#,
            #"{"a":1,"kind":{"named":{"name":"x"}}}"#, #"{"a":1,"kind":{"named":{}}}"#,
            #"{"a":1,"kind":{"one":{"_0":1},"plain":{}}}"#, #"{"a":1,"kind":{"other":{}}}"#, #"{"a":1,"kind":{}}"#,
            #"{"a":1,"kind":{"one":{"_0":1},"one":{}}}"#, #"{"\u0061":1}"#, "{'a':1}", #"{"a":+1}"#, #"{"a":.5}"#,
            #"{"a":-}"#, #"{"a":1.}"#, #"{"a":1e}"#, "nul", "nulll", #"{"a":1 "b":2}"#, #"{"a" 1}"#, #"{"a":}"#,
            #"{"a":1"#,
            #"{a:1}"#, #"{,}"#, "\u{feff}{\"a\":1}", #"{"a":1,"data":"?"}"#, #"{"a":1,"data":"AAE="}"#, #"{"a":1}}"#,
            #"{"a":1,"z":[1,{"q":[[],{}]},"\"]"]}"#, "[1]", "5", "\"x\"", "{\"a\":1,\"b\":\"\u{7f}中𠀀\"}",
        ]
    )
    func alike(text: String) throws {
        let bytes = Array(text.utf8)
        let ours = try Outcome { try WireFormat.decode(Body.self, from: bytes) }
        #expect(try ours == Outcome { try FoundationCoder.decode(Body.self, from: bytes) })
    }

    @Test(
        "names the member where Foundation's decoder names none",
        arguments: [
            (#"{"a":1.5}"#, "a"), (#"{"a":99999999999999999999}"#, "a"), (#"{"a":1,"small":200}"#, "small"),
            (#"{"a":1,"x":1e999}"#, "x"), (#"{"a":1,"b":"\ud800"}"#, "b"), (#"{"a":1,"b":"\ud800\u0041"}"#, "b"),
        ]
    )
    func named(text: String, member: String) throws {
        #expect(try Outcome { try WireFormat.decode(Body.self, from: Array(text.utf8)) } == .corrupted(at: [member]))
    }

    @Test(
        "is no JSON where RFC 8259 says so, also where Foundation reads it",
        arguments: [#"{"a":1,}"#, "[1,]", "[1]//", "{\"a\":1}\u{0}"]
    )
    func strict(text: String) throws {
        #expect(try Outcome { try WireFormat.decode([String: Int].self, from: Array(text.utf8)) } == .corrupted(at: []))
    }

    @Test(
        "is no JSON where bytes are no UTF-8",
        arguments: [[0xFF], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]]
    )
    func encoding(bytes: [UInt8]) throws {
        #expect(try Outcome { try WireFormat.decode(String.self, from: bytes) } == .corrupted(at: []))
    }

    @Test("may lie 512 deep and no deeper, as with Foundation's decoder", arguments: [1, 511, 512, 513, 100_000])
    func depth(levels: Int) throws {
        struct Deep: Decodable {}
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let bytes = Array(#"{"z":\#(text)}"#.utf8)
        let ours = try Outcome { try WireFormat.decode(Deep.self, from: bytes) }
        #expect(try ours == Outcome { try FoundationCoder.decode(Deep.self, from: bytes) })
    }

    @Test("never brings the reader down: texts cut short and with a byte changed", arguments: 0..<40 as Range<UInt64>)
    func broken(seed: UInt64) throws {
        var chance = WireChance(seed: seed)
        let bytes = try WireFormat.encode(WireSample.random(&chance, depth: 1))
        for _ in 0..<200 {
            var broken = bytes
            broken[Int.random(in: broken.indices, using: &chance)] = .random(in: .min ... .max, using: &chance)
            if Bool.random(using: &chance) { broken.removeLast(Int.random(in: 0..<broken.count, using: &chance)) }
            if let value = try? WireFormat.decode(WireSample.self, from: broken) {
                #expect(try WireFormat.decode(WireSample.self, from: WireFormat.encode(value)) == value)
            }
        }
    }
}
