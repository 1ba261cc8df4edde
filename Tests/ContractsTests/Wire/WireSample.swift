import Foundation
import Kernel

/// A value with a part of every kind a fact, a body or a state can have.
struct WireSample: Codable, Hashable, Sendable {
    var text: String
    var number: Int
    var small: UInt8
    var large: [Int64]
    var unsigned: [UInt64]
    var fractions: [Double]
    var singles: [Float]
    var flags: [Bool?]
    var id: UUID
    var at: Date
    var day: LocalDate
    var data: Data?
    var address: URL?
    var words: [String: String]
    var byID: [UUID: Int]
    var kinds: [Kind]
    var parts: [WireSample]

    enum Kind: Codable, Hashable, Sendable {
        case plain
        case one(Int)
        case named(name: String, at: Date?)
        case deep([String: [Int?]])
    }

    /// One made of chance.
    static func random(_ chance: inout some RandomNumberGenerator, depth: Int = 3) -> WireSample {
        func some<Value>(_ most: Int, _ make: () -> Value) -> [Value] {
            (0..<Int.random(in: 0...most, using: &chance)).map { _ in make() }
        }
        func text() -> String {
            let signs: [String] = [
                "a", "Z", "/", "\"", "\\", "\n", "\t", "\u{0}", "\u{1f}", "\u{7f}", "é", "e\u{301}", "中", "𠀀", "😀",
                "\u{2028}", "\u{ffff}", " ", "ABCDEF01-2345-6789-ABCD-EF0123456789",
            ]
            return some(8) { signs[Int.random(in: 0..<signs.count, using: &chance)] }.joined()
        }
        func fraction() -> Double {
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: Double(Int.random(in: -1000...1000, using: &chance))
            case 1: Double.random(in: -1...1, using: &chance)
            case 2: Double.random(in: -1e300...1e300, using: &chance)
            default: Double(sign: .plus, exponent: Int.random(in: -1000...1000, using: &chance), significand: 1.1)
            }
        }
        func date() -> Date {
            // Whole milliseconds are what has a text.
            Date(timeIntervalSince1970: Double(Int.random(in: -60_000_000_000...200_000_000_000, using: &chance)) / 8)
        }
        func id() -> UUID {
            UUID.v7(
                at: date(),
                random: (.random(in: .min ... .max, using: &chance), .random(in: .min ... .max, using: &chance))
            )
        }
        func kind() -> Kind {
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: .plain
            case 1: .one(.random(in: .min ... .max, using: &chance))
            case 2: .named(name: text(), at: Bool.random(using: &chance) ? date() : nil)
            default: .deep(Dictionary(some(3) { (text(), some(3) { Bool.random(using: &chance) ? 1 : nil }) }) { $1 })
            }
        }
        return WireSample(
            text: text(),
            number: .random(in: .min ... .max, using: &chance),
            small: .random(in: .min ... .max, using: &chance),
            large: some(3) { .random(in: .min ... .max, using: &chance) },
            unsigned: some(3) { .random(in: .min ... .max, using: &chance) },
            fractions: some(4, fraction),
            singles: some(4) { Float.random(in: -1e30...1e30, using: &chance) },
            flags: some(3) { Bool.random(using: &chance) ? true : nil },
            id: id(),
            at: date(),
            day: LocalDate(dayNumber: .random(in: -700_000...2_900_000, using: &chance)),
            data: Bool.random(using: &chance) ? Data(some(9) { .random(in: .min ... .max, using: &chance) }) : nil,
            address: URL(string: "https://example.cn/a?b=\(Int.random(in: 0...9, using: &chance))"),
            words: Dictionary(some(40) { (text(), text()) }) { $1 },
            byID: Dictionary(some(2) { (id(), 1) }) { $1 },
            kinds: some(4, kind),
            parts: depth > 0 ? some(3) { random(&chance, depth: depth - 1) } : []
        )
    }
}

/// SplitMix64: the same numbers for the same seed.
struct WireChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
