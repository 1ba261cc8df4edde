import Cryptography

/// A published tally, reckoned again from what it says itself.
struct TallyCheck {
    private let tally: JSON

    init(_ tally: JSON) { self.tally = tally }

    private var fingerprints: [String] { tally["fingerprints"].elements.compactMap(\.text) }

    /// What is not as it must be, in sentences; none where the tally holds.
    func problems(digest: String? = nil, receipts: [String] = []) -> [String] {
        box(digest) + receipts.compactMap(lost) + quorum + tally["candidates"].elements.flatMap(candidate) + named
    }

    /// What was found to hold.
    var lines: [String] {
        let candidates = tally["candidates"].elements
        return [
            "票箱摘要相符:\(tally["digest"].text ?? "")",
            "票数 \(fingerprints.count),到会 \(tally["present"].integer ?? 0),应到 \(tally["seats"].integer ?? 0)",
            "候选人 \(candidates.count) 名,通过 \(candidates.count { $0["isApproved"] == true }) 名,票数和结论均可由公布内容重新算出",
        ]
    }

    private func box(_ digest: String?) -> [String] {
        var problems: [String] = []
        let reckoned = Digest.sha256Hex(Array(fingerprints.sorted().map { $0 + "\n" }.joined().utf8))
        if reckoned != tally["digest"].text { problems.append("票箱摘要不符:重新算出的是 \(reckoned)") }
        if let digest, digest.lowercased().filter({ !$0.isWhitespace }) != reckoned { problems.append("摘要与给出的不同") }
        if Set(fingerprints).count != fingerprints.count { problems.append("同一张票出现两次") }
        if fingerprints.count != tally["ballots"].integer { problems.append("指纹个数与票数不符") }
        if fingerprints.map(Self.receipt) != tally["receipts"].elements.compactMap(\.text) {
            problems.append("回执码与指纹不符")
        }
        return problems
    }

    private func lost(_ receipt: String) -> String? {
        guard let bytes = Base32.bytes(of: receipt), bytes.count == 10 else { return "回执码 \(receipt) 抄写有误" }
        let known = fingerprints.contains { $0.hasPrefix(Digest.hex(bytes)) }
        return known ? nil : "回执码 \(receipt) 不在公布的票中"
    }

    private var quorum: [String] {
        guard let present = tally["present"].integer, let seats = tally["seats"].integer,
            Self.reaches(present, of: seats, tally["quorum"])
        else { return ["到会人数未达到法定人数"] }
        return fingerprints.count <= present ? [] : ["票数多于到会人数"]
    }

    private func candidate(_ candidate: JSON) -> [String] {
        let name = candidate["name"].text ?? candidate["application"].text ?? ""
        let marks = candidate["marks"].text ?? ""
        var problems: [String] = []
        for (letter, field, word) in [
            ("Y" as Character, "approvals", "同意"), ("N", "refusals", "反对"), ("A", "abstentions", "弃权"),
        ] where marks.count(where: { $0 == letter }) != candidate[field].integer {
            problems.append("\(name):\(word)票数与票面不符")
        }
        if marks.contains(where: { !"YNA".contains($0) }) || marks.count > fingerprints.count {
            problems.append("\(name):票面多于票数或不可辨认")
        }
        let present = candidate["present"].integer ?? 0
        let passes = present > 0 && Self.reaches(candidate["approvals"].integer ?? 0, of: present, tally["passing"])
        if candidate["isApproved"] != .bool(passes) { problems.append("\(name):结论与票数不符") }
        return problems
    }

    /// In a named vote the ballots say the same as the letters by candidate.
    private var named: [String] {
        let ballots = tally["named"].elements.map { Array($0["marks"].text ?? "") }
        guard !ballots.isEmpty else { return [] }
        return tally["candidates"].elements.enumerated().compactMap { place, candidate in
            let marks = ballots.compactMap { $0.indices.contains(place) && $0[place] != "-" ? $0[place] : nil }
            return String(marks.sorted()) == candidate["marks"].text ? nil : "\(candidate["name"].text ?? ""):记名票与票面不符"
        }
    }

    private static func reaches(_ part: Int, of whole: Int, _ share: JSON) -> Bool {
        guard let numerator = share["numerator"].integer, let denominator = share["denominator"].integer else {
            return false
        }
        return part * denominator >= whole * numerator
    }

    private static func receipt(_ fingerprint: String) -> String {
        let digits = Array(fingerprint.prefix(20))
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return Base32.grouped(Base32.text(of: bytes))
    }
}
