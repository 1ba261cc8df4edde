import Contracts
import Cryptography
import Testing

@testable import Operator

@Suite("A published tally")
struct TallyChecks {
    static let fingerprints = ["a", "b", "c", "d"].map { Digest.sha256Hex(Array($0.utf8)) }.sorted()

    /// A tally of four secret ballots on one candidate, as evaluation publishes it.
    static func tally(_ change: (inout JSON) -> Void = { _ in }) -> JSON {
        let share: JSON = ["numerator": 2, "denominator": 3]
        var tally: JSON = [
            "ballots": 4, "seats": 5, "present": 4, "quorum": share, "passing": share,
            "digest": .text(Digest.sha256Hex(Array(fingerprints.map { $0 + "\n" }.joined().utf8))),
            "fingerprints": .list(fingerprints.map { .text($0) }),
            "receipts": .list(fingerprints.map { .text(receipt($0)) }),
            "candidates": [
                [
                    "name": "王建国", "approvals": 3, "refusals": 0, "abstentions": 1, "present": 4, "isApproved": true,
                    "marks": "AYYY",
                ]
            ],
        ]
        change(&tally)
        return tally
    }

    static func receipt(_ fingerprint: String) -> String {
        let bytes = (0..<10).compactMap { place in UInt8(fingerprint.dropFirst(2 * place).prefix(2), radix: 16) }
        return Base32.grouped(Base32.text(of: bytes))
    }

    @Test("holds where everything can be reckoned again, and has a member's receipt")
    func holds() {
        let check = TallyCheck(Self.tally())
        #expect(check.problems() == [])
        let own = Self.receipt(Self.fingerprints[2])
        #expect(check.problems(receipts: [own.lowercased()]) == [])
        #expect(check.problems(receipts: ["0000-0000-0000-0000"]) == ["回执码 0000-0000-0000-0000 不在公布的票中"])
        #expect(check.problems(receipts: ["?"]) == ["回执码 ? 抄写有误"])
        #expect(check.problems(digest: "00").contains("摘要与给出的不同"))
        #expect(check.lines.count == 3)
    }

    static let changes: [(String, @Sendable (inout JSON) -> Void)] = [
        ("票箱摘要不符", { $0["digest"] = "00" }),
        ("指纹个数与票数不符", { $0["ballots"] = 5 }),
        ("回执码与指纹不符", { $0["receipts"] = [] }),
        ("到会人数未达到法定人数", { $0["present"] = 3 }),
        ("同意票数与票面不符", { tally in Self.candidate(&tally) { $0["approvals"] = 4 } }),
        ("弃权票数与票面不符", { tally in Self.candidate(&tally) { $0["marks"] = "YYY" } }),
        ("结论与票数不符", { tally in Self.candidate(&tally) { $0["isApproved"] = false } }),
        ("票面多于票数", { tally in Self.candidate(&tally) { $0["marks"] = "AYYYZ" } }),
        ("记名票与票面不符", { $0["named"] = [["marks": "Y"], ["marks": "Y"], ["marks": "Y"], ["marks": "N"]] }),
    ]

    private static func candidate(_ tally: inout JSON, _ change: (inout JSON) -> Void) {
        var candidate = tally["candidates"].elements[0]
        change(&candidate)
        tally["candidates"] = .list([candidate])
    }

    @Test("that was changed anywhere does not hold", arguments: changes.indices)
    func changed(_ place: Int) {
        let (sentence, change) = Self.changes[place]
        let problems = TallyCheck(Self.tally(change)).problems()
        #expect(problems.contains { $0.contains(sentence) }, "\(problems)")
    }
}
