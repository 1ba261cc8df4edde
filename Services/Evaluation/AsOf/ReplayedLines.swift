import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The lines of a round's list as they stood at an instant.
///
/// The table of lines knows today alone, so the applications are replayed, some at a time: a round of any size is looked through in
/// the memory of a few.
struct ReplayedLines {
    let replay: Replay
    let stores: Stores

    /// Applications replayed at once.
    private static let atOnce = 500

    /// A page of lines a filter finds, and how many its other parts find in each state.
    func callAsFunction(
        of round: UUID,
        _ filter: ApplicationLines.Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> (page: [ApplicationLines.Line], totals: [Application.Stage: Int]) {
        var page: [ApplicationLines.Line] = []
        var totals: [Application.Stage: Int] = [:]
        var looked: UUID?
        while true {
            let ids = try stores.applicationRegister.ids(
                of: round,
                existingAt: replay.instant,
                after: looked,
                limit: Self.atOnce,
                in: tx
            )
            for line in try lines(ids, in: tx) where filter.finds(line) {
                totals[line.stage, default: 0] += 1
                let isAsked = filter.stage.map { $0 == line.stage } ?? true
                // Ids are compared as PostgreSQL orders them.
                let isBehind = after.map { $0.lowercase < line.application.lowercase } ?? true
                if isAsked, isBehind, page.count < limit { page.append(line) }
            }
            guard ids.count == Self.atOnce, let last = ids.last else { return (page, totals) }
            looked = last
        }
    }

    private func lines(_ ids: [UUID], in tx: borrowing Transaction) throws -> [ApplicationLines.Line] {
        let applications = try replay.all(ids, of: "application", as: Application.self, in: tx)
        let names = try stores.persons.names(of: applications.compactMap { $0.state.entry?.person }, in: tx)
        return applications.compactMap { one in
            guard let entry = one.state.entry, let stage = one.state.stage else { return nil }
            let particulars = entry.particulars
            return ApplicationLines.Line(
                application: one.id,
                person: entry.person,
                name: names[entry.person] ?? "",
                stage: stage,
                isConfirmed: entry.isConfirmed,
                unit: particulars.unit,
                workshop: particulars.workshop,
                position: particulars.position,
                occupationCode: particulars.occupation.code,
                occupationName: particulars.occupation.name,
                specialty: particulars.occupation.specialty,
                wantsRelaxation: particulars.relaxation != nil,
                approvals: one.state.tally?.approvals,
                present: one.state.tally?.present,
                version: one.version
            )
        }
    }
}

extension ApplicationLines.Filter {
    /// Whether a line has what is asked for besides the state.
    fileprivate func finds(_ line: ApplicationLines.Line) -> Bool {
        if let occupation, line.occupationCode != occupation { return false }
        if let unit, line.unit != unit { return false }
        let text = [line.name, line.unit, line.workshop, line.position, line.occupationName, line.specialty]
            .compactMap(\.self).joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0) }
    }
}
