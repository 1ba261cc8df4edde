import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What officers have to handle, and who does.
    var handlingRoutes: [Route] {
        [
            Route("GET /handlings") { call, tx in
                let calendar = try CalendarCopy.current(in: tx)
                let worklist = Worklist(
                    try interests.desk.store.unfinished(with: call.caller.role.authority, in: tx),
                    today: call.cause.today,
                    by: calendar
                )
                let after = try call.page.after.map { try interests.desk.store.read($0, in: tx) }
                let lines = worklist.lines(try call.worklistPart(), in: call.hands, after: after, by: calendar)
                let page = Array(lines.prefix(call.page.limit))
                let names = try names(of: page, in: tx)
                return try .page(
                    page.compactMap { line in
                        WorklistView(
                            line,
                            name: line.state.matter.flatMap { names[$0.filer.id] },
                            today: call.cause.today,
                            by: calendar
                        )
                    },
                    next: page.count < lines.count ? page.last?.id : nil
                )
            },
            Route("GET /handlings/{id}") { call, tx in
                _ = try handled(call, in: tx)
                let handling = try interests.desk.store.read(call.id(), in: tx)
                return try shown(handling, call, in: tx)
            },
            Route("POST /handlings/{id}/taking") { call, tx in
                let matter = try handled(call, in: tx)
                try interests.require(call.caller, matter.filer.id, in: tx)
                var handling = try interests.desk.store.find(call.id(), in: tx)
                try handling.handle(.take(Officer(call.caller), on: call.cause.today))
                try interests.desk.save([handling], because: call.cause, in: tx)
                return try shown(handling, call, in: tx)
            },
            Route("POST /handlings/{id}/handover") { call, tx in
                let (to, reason) = try call.body(HandlingHandoverBody.self).read()
                let matter = try handled(call, in: tx)
                try interests.require(to, matter.filer.id, else: .anothers(name: to.name), in: tx)
                var handling = try interests.desk.store.find(call.id(), in: tx)
                try handling.expect(version: call.expectedVersion())
                try handling.handle(
                    .handOver(to: to, by: Officer(call.caller), reason: reason, on: call.cause.today)
                )
                try interests.desk.save([handling], because: call.cause, in: tx)
                return try shown(handling, call, in: tx)
            },
        ]
    }

    /// What officers say of their interests.
    var interestRoutes: [Route] {
        [
            Route("POST /interests") { call, tx in
                let (enterprise, reason) = try call.body(InterestBody.self).read()
                let interest = try interests.declare(
                    Officer(call.caller),
                    enterprise,
                    reason: reason,
                    because: call.cause,
                    in: tx
                )
                return try .created(InterestView(interest), version: interest.newVersion)
            },
            Route("GET /interests") { call, tx in
                let found = try interests.store.page(
                    of: call.query("officer") == "me" ? call.caller.subject : call.query("officer"),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let page = found.prefix(call.page.limit)
                return try .page(
                    page.compactMap(InterestView.init),
                    next: found.count > page.count ? page.last?.id : nil
                )
            },
            Route("POST /interests/{id}/ending") { call, tx in
                let reason = try call.body(InterestEndBody.self).read()
                var interest = try interests.store.find(call.id(), in: tx)
                try interest.expect(version: call.expectedVersion())
                try interests.end(&interest, by: Officer(call.caller), reason: reason, because: call.cause, in: tx)
                return try .ok(InterestView(interest), version: interest.newVersion)
            },
        ]
    }

    private func shown(_ handling: Stored<Handling>, _ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let name = try names(of: [handling], in: tx).values.first
        let calendar = try CalendarCopy.current(in: tx)
        let view = WorklistView(handling, name: name, today: call.cause.today, by: calendar)
        return try .ok(view, version: handling.newVersion)
    }

    private func names(of handlings: [Stored<Handling>], in tx: borrowing Transaction) throws -> [UUID: String] {
        let ids = handlings.compactMap { $0.state.matter?.filer.id }
        return try enterprises.load(ids, in: tx).reduce(into: [:]) { $0[$1.id] = $1.state.particulars?.name }
    }
}

extension Call {
    /// The part of the worklist asked for; all of it where nothing is asked.
    ///
    /// - Throws: `InvalidInput` for a part there is not.
    fileprivate func worklistPart() throws -> Worklist.Part {
        guard let text = query("part") else { return .all }
        guard let part = Worklist.Part(rawValue: text) else {
            let parts = Worklist.Part.allCases.map(\.rawValue).joined(separator: "、")
            throw InvalidInput(field: "part", code: "filing.unknown-part", arguments: ["parts": parts])
        }
        return part
    }

    /// Whose worklist: `me`, `nobody`, an account, or everybody's.
    fileprivate var hands: Worklist.Hands {
        switch query("officer") {
        case nil: .anyone
        case "me": .officer(caller.subject)
        case "nobody": .nobody
        case let id?: .officer(id)
        }
    }

    /// The number of a request in the path.
    ///
    /// - Throws: `NotFound`.
    func number() throws -> Int {
        guard let number = Int(parameter("number")) else { throw NotFound("correction") }
        return number
    }
}
