import Foundation

/// The routes by which a test or a demonstration tells the sandbox what to do; no provincial system has them.
struct Controls: Sendable {
    let province: Province

    private struct Shown: Decodable {
        let outcome: Outcome
        let uploads: [String]?
    }

    private struct Tampered: Decodable {
        let upload: String
        let forget: Bool?
        let field: String?
        let outcome: Outcome?
    }

    private struct State: Encodable {
        struct Record: Encodable {
            let upload: String
            let revision: Int
            let outcome: Outcome
            let number: String?
        }

        let arrivals: Int
        let deliveries: Int
        let records: [Record]
        let note = sandboxNote
    }

    func answer(_ method: String, _ target: String, _ body: [UInt8]) async -> FrontDoor.Reply {
        func read<Value: Decodable>(_: Value.Type = Value.self) -> Value? {
            try? JSONDecoder().decode(Value.self, from: Data(body))
        }
        switch (method, target) {
        case ("GET", "/sandbox/state"): return await state()
        case ("POST", "/sandbox/behaviour"):
            guard let behaviour = read(Behaviour.self) else { return refused(422, "no behaviour") }
            await province.behave(behaviour)
        case ("POST", "/sandbox/decide"): await province.decide(now: now())
        case ("POST", "/sandbox/show"):
            guard let shown = read(Shown.self) else { return refused(422, "no outcome") }
            await province.show(shown.outcome, uploads: shown.uploads, now: now())
        case ("POST", "/sandbox/say"):
            guard let word = read(Said.self) else { return refused(422, "no receipt") }
            await province.say(word)
        case ("POST", "/sandbox/tamper"):
            guard let one = read(Tampered.self) else { return refused(422, "nothing to change") }
            await province.tamper(one.upload, forget: one.forget ?? false, field: one.field, outcome: one.outcome)
        case ("POST", "/sandbox/invent"):
            guard let row = read(Row.self) else { return refused(422, "no row") }
            await province.invent(row)
        default: return refused(404, "no such control")
        }
        return await state()
    }

    private func state() async -> FrontDoor.Reply {
        let records = await province.groups.values.flatMap { $0 }.sorted { $0.row.upload < $1.row.upload }.map {
            State.Record(upload: $0.row.upload, revision: $0.row.revision, outcome: $0.outcome, number: $0.number)
        }
        let arrivals = await province.arrivals
        return coded(State(arrivals: arrivals.all, deliveries: arrivals.first, records: records))
    }
}
