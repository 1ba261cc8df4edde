import Foundation

/// What the sandbox has and how it behaves; all in memory, gone with the process.
actor Province {
    private(set) var behaviour = Behaviour()
    private var kept: [String: Kept] = [:]
    private var answers: [String: (digest: String, answer: [Said])] = [:]
    private var said: [Said] = []
    private var serials: [String: Int] = [:]
    /// How many deliveries came, and how many of them for the first time.
    private(set) var arrivals = (all: 0, first: 0)

    func behave(_ behaviour: Behaviour) { self.behaviour = behaviour }

    /// Whether the next request is one of those that something was ordered for; counts it.
    func takes(_ path: any WritableKeyPath<Behaviour, Int?> & Sendable) -> Bool {
        guard let left = behaviour[keyPath: path], left > 0 else { return false }
        behaviour[keyPath: path] = left - 1
        return true
    }

    /// Takes a delivery: one sent again is answered as before, and another of the same key is refused (nil).
    func take(_ rows: [Row], key: String, digest: String, now: String) -> [Said]? {
        arrivals.all += 1
        if let before = answers[key] { return before.digest == digest ? before.answer : nil }
        arrivals.first += 1
        let isLost = takes(\.drop)
        var answer: [Said] = []
        for row in rows {
            if let known = kept[row.upload], known.row.revision >= row.revision {
                answer.append(tell(known, at: now))
                continue
            }
            // A number it gave stays, however often the record is sent.
            let number = row.record["certificateNumber"] ?? kept[row.upload]?.number
            let new = Kept(row: row, outcome: .received, number: number, fields: row.fields)
            if !isLost { kept[row.upload] = new }
            answer.append(Said(upload: row.upload, revision: row.revision, outcome: .received, at: now))
        }
        answers[key] = (digest, answer)
        if !isLost, behaviour.delay != true { decide(now: now) }
        return Array(repeatElement(answer, count: behaviour.repeats ?? 1).joined())
    }

    /// Decides what has been received.
    func decide(now: String) {
        for id in kept.keys.sorted() where kept[id]?.outcome == .received {
            guard var one = kept[id] else { continue }
            let broken = (behaviour.reject ?? []).first { one.row.record[$0.field] == $0.value }
            if let broken {
                one.outcome = .rejected
                kept[id] = one
                say(Said(upload: id, revision: one.row.revision, outcome: .rejected, reason: broken.reason, at: now))
                continue
            }
            one.outcome = one.row.withdrawn == nil ? .accepted : .withdrawn
            if behaviour.numbers == true, one.outcome == .accepted, one.number == nil {
                one.number = number(for: one.row)
            }
            kept[id] = one
            say(tell(one, at: now))
        }
    }

    /// Lets records be found, in the province or in the whole country.
    func show(_ outcome: Outcome, uploads: [String]?, now: String) {
        for id in uploads ?? kept.keys.sorted() {
            guard var one = kept[id], ![.received, .rejected, .withdrawn].contains(one.outcome) else { continue }
            one.outcome = outcome
            kept[id] = one
            say(tell(one, at: now))
        }
    }

    /// Says something, whatever is so.
    func say(_ word: Said) {
        for _ in 0..<max(1, behaviour.repeats ?? 1) { said.append(word) }
    }

    /// Changes what is kept without a word: forgets it, or a field of it, or how far it has come.
    func tamper(_ upload: String, forget: Bool, field: String?, outcome: Outcome?) {
        if forget {
            kept[upload] = nil
            return
        }
        if let field { kept[upload]?.fields[field] = "0000000000000000" }
        if let outcome { kept[upload]?.outcome = outcome }
    }

    /// Has a record that nobody sent.
    func invent(_ row: Row) {
        kept[row.upload] = Kept(row: row, outcome: .accepted, number: nil, fields: row.fields)
    }

    /// What was said after a place.
    func page(after place: Int, limit: Int) -> (items: [Said], next: Int) {
        let start = min(max(place, 0), said.count)
        let end = min(start + limit, said.count)
        return (Array(said[start..<end]), end)
    }

    /// What was said in all.
    var words: Int { said.count }

    /// Why rows are not taken in as they are; nil where they are.
    func refusal(_ rows: [Row]) -> String? {
        let broken = (behaviour.refuse ?? []).first { rule in rows.contains { $0.record[rule.field] == rule.value } }
        if broken != nil { arrivals.all += 1 }
        return broken?.reason
    }

    /// What is in the register, by enterprise and month.
    var groups: [String: [Kept]] {
        Dictionary(grouping: kept.values.filter { $0.outcome != .withdrawn }) { "\($0.row.creditCode) \($0.row.month)" }
            .mapValues { $0.sorted { $0.row.upload < $1.row.upload } }
    }

    private func tell(_ one: Kept, at now: String) -> Said {
        Said(
            upload: one.row.upload,
            revision: one.row.revision,
            outcome: one.outcome,
            number: one.number,
            reference: "沙箱-\(one.row.upload.prefix(8))",
            at: now
        )
    }

    /// The next of the agency's numbers.
    private func number(for row: Row) -> String {
        let agency = row.record["agencyCode"] ?? "Y000037000000"
        let year = (row.record["determinedOn"] ?? "2026").prefix(4).suffix(2)
        let series = "\(agency)\(year)T"
        serials[series, default: 0] += 1
        let serial = String(1_000_000 + (serials[series] ?? 0)).dropFirst()
        return series + serial
    }
}
