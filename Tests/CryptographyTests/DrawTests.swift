import Cryptography
import Foundation
import Kernel
import Testing

@Suite("A draw")
struct DrawTests {
    @Test("has the numbers its description gives, so that others can make them")
    func numbers() {
        // printf '%s' 'abc:甲' | sha256sum, then that digest and eight zero bytes through sha256sum again.
        var generator = DrawGenerator(seed: "abc", word: "甲")
        #expect([generator.next(), generator.next()] == [0x93D9_A90E_7787_6032, 0xE440_A362_1412_2E35])
        // printf 'abc' | sha256sum
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(DrawGenerator.digest(of: "abc") == digest)
    }

    @Test("makes a new seed of 32 bytes each time")
    func seeds() {
        let seeds = (0..<100).map { _ in DrawGenerator.newSeed() }
        #expect(Set(seeds).count == seeds.count)
        #expect(seeds.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
    }

    /// Records of draws that were carried out, reckoned again outside by the rule they name.
    static let records: [(seed: String, word: String, count: Int, order: [Int])] = [
        (String(repeating: "ab", count: 32), "滨州", 10, [5, 1, 6, 8, 3, 10, 9, 7, 4, 2]),
        (
            "5eed", "八月", 40,
            [
                24, 13, 34, 20, 35, 8, 26, 6, 7, 18, 28, 30, 21, 23, 15, 5, 11, 14, 3, 37, 29, 22, 33, 32, 25, 10, 36,
                31, 4, 2, 40, 39, 27, 17, 16, 9, 1, 38, 12, 19,
            ]
        ),
        ("0", "监督", 3, [3, 2, 1]),
    ]

    @Test(
        "gives the order that a seed and a word have always given, in whatever order the pool is given",
        arguments: records
    )
    func golden(record: (seed: String, word: String, count: Int, order: [Int])) {
        let ids = (1...record.count).map(Self.id)
        for pool in [ids, ids.reversed()] {
            var generator = DrawGenerator(seed: record.seed, word: record.word)
            #expect(DrawnOrder.of(pool, using: &generator) == record.order.map(Self.id))
        }
    }

    @Test("gives another order for another seed or word, of the same lots")
    func others() {
        let ids = (1...40).map(Self.id)
        let orders = [("5eed", "八月"), ("5eed", "九月"), ("5eee", "八月")].map { seed, word in
            var generator = DrawGenerator(seed: seed, word: word)
            return DrawnOrder.of(ids, using: &generator)
        }
        #expect(Set(orders).count == 3)
        #expect(orders.allSatisfy { Set($0) == Set(ids) })
        var generator = DrawGenerator(seed: "5eed", word: "八月")
        #expect(DrawnOrder.of([], using: &generator).isEmpty)
    }

    @Test("gives everybody every place about as often")
    func uniform() {
        let ids = (1...8).map(Self.id)
        let draws = 8000
        var places = [UUID: [Int]](uniqueKeysWithValues: ids.map { ($0, Array(repeating: 0, count: ids.count)) })
        for seed in 0..<draws {
            var generator = DrawGenerator(seed: String(seed), word: "监督")
            for (place, id) in DrawnOrder.of(ids, using: &generator).enumerated() { places[id]?[place] += 1 }
        }
        // Chi-square with 49 degrees of freedom: 1 in a million is above 107; the seeds are fixed, so it is always the same.
        let expected = Double(draws) / Double(ids.count)
        let chi = places.values.joined().reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        #expect(chi < 107, "\(chi)")
    }

    private static func id(_ number: Int) -> UUID {
        UUID(uuidString: "01990000-0000-7000-8000-" + String(1_000_000_000_000 + number).dropFirst()) ?? UUID()
    }
}
