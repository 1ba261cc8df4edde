import Contracts
import EvaluationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import Spreadsheets

/// Enters files of applications, some rows in each transaction; each row stands alone.
struct EnterApplications: Sendable {
    /// Rows looked at in one transaction.
    static let rowsAtOnce = 1000
    /// Days for which a file can be fetched with what was wrong in it.
    static let keptDays = 30.0

    let store: ImportStore
    let reading: ImportReading
    let gate: FilingGate
    let submit: SubmitApplications

    /// Enters the next rows of the file that came first.
    ///
    /// - Parameters:
    ///   - now: Business time.
    ///   - tx: The transaction.
    /// - Returns: Whether more is left.
    /// - Throws: What the database throws; then the same rows are looked at again.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard var list = try store.nextRunning(in: tx), let order = list.state.order else { return false }
        // What counts is when the file was handed in, not when its turn came.
        let cause = Cause(actor: order.by, now: order.at, correlation: list.id)
        do {
            let batch = try batch(of: list, in: tx)
            let outcomes = try enter(batch, order, because: cause, in: tx)
            try store.note(outcomes, of: list.id, in: tx)
            // While the server writes.
            if !batch.isEnd { reading.readAhead(of: list.id, most: Self.rowsAtOnce) }
            var progress = list.state.progress
            for outcome in outcomes { progress.count(outcome) }
            try list.handle(.advance(progress, isEnd: batch.isEnd, at: now))
        } catch let refusal as any Rejection {
            // The file is broken further on, or the round was closed meanwhile; what was entered stays.
            try list.handle(.fail(FieldProblem(field: "file", refusal), at: now))
        }
        let isOver = list.state.phase != .running
        if isOver { reading.end(list.id) }
        let forgetAt = isOver ? now.addingTimeInterval(Self.keptDays * 86_400) : nil
        try store.save(list, forgetAt: forgetAt, because: cause, in: tx)
        CrashPoint.reach("import.after-rows")
        return true
    }

    private func batch(
        of list: Stored<ApplicationImport>,
        in tx: borrowing Transaction
    ) throws -> ImportReading.Batch {
        let row = list.state.progress.lastRow
        if let batch = try reading.next(of: list.id, after: row, most: Self.rowsAtOnce) { return batch }
        guard let bytes = try store.bytes(of: list.id, in: tx) else { throw SpreadsheetError.empty }
        let documents = row > 0 ? try store.documents(of: list.id, in: tx) : [:]
        return try reading.begin(
            list.id,
            bytes,
            after: row,
            most: Self.rowsAtOnce,
            documents: documents,
            isMerged: list.state.order?.isMerged
        )
    }

    private func enter(
        _ batch: ImportReading.Batch,
        _ order: ImportOrder,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [RowOutcome] {
        guard !batch.rows.isEmpty else { return [] }
        let round = try gate.running(order.round, in: tx)
        guard let terms = round.state.terms else { throw NotFound("round") }
        let judging = try PrepareJudging(stores: submit.stores)(terms, because: cause, in: tx)
        let readings = try submit.readings(of: batch.rows.map(\.form), in: round, on: cause.today, in: tx)
        var seen = batch.documents
        var documents: [[UInt8]?] = []
        let checked = zip(batch.rows, readings).map { row, reading -> SubmitApplications.Read in
            let read = (try? reading.get()).map { submit.stores.persons.key(of: $0.identity) }
            documents.append(read)
            var wrong: [FieldProblem] = []
            if case .failure(let invalid) = reading { wrong = invalid.problems }
            let problems = row.problems(beside: wrong)
            guard problems.isEmpty else { return .failure(InvalidInput(problems)) }
            if let read, let first = seen[read], first != row.number {
                let problem = FieldProblem(
                    field: "documentNumber",
                    code: "evaluation.person-in-row",
                    arguments: ["row": String(first)]
                )
                return .failure(InvalidInput([problem]))
            }
            if let read { seen[read] = row.number }
            return reading
        }
        let rows = try tx.provisionally { tx in
            let outcomes = try submit.take(checked, in: round, by: .file(papers: order.papers), because: cause, in: tx)
            // Judged while the server writes what was taken.
            var rows: [RowOutcome] = []
            rows.reserveCapacity(batch.rows.count)
            for (index, outcome) in outcomes.enumerated() {
                let row = batch.rows[index]
                let particulars = (try? checked[index].get())?.particulars
                let verdict = particulars.map {
                    RowVerdict(
                        EligibilityPreview(of: $0, wrong: [], by: judging, on: terms.referenceDate),
                        without: judging.ruleSet.unclaimed(in: $0)
                    )
                }
                rows.append(
                    RowOutcome(
                        row,
                        outcome,
                        document: documents[index],
                        verdict: verdict,
                        isRehearsal: order.isRehearsal
                    )
                )
            }
            return (rows, !order.isRehearsal)
        }
        let entered = rows.filter { $0.kind != .refused }.compactMap { row in row.document.map { ($0, row.number) } }
        reading.note(Dictionary(entered, uniquingKeysWith: { first, _ in first }), of: cause.correlation)
        return rows
    }
}

extension RowOutcome {
    /// What a row became.
    fileprivate init(
        _ row: ImportedRow,
        _ outcome: SubmitApplications.Outcome,
        document: [UInt8]?,
        verdict: RowVerdict?,
        isRehearsal: Bool
    ) {
        let kind: Kind
        var application: UUID?
        var problems: [FieldProblem] = []
        switch outcome {
        case .taken(let id, let change):
            switch change {
            case .new: kind = .entered
            case .changed: kind = .changed
            case .none: kind = .unchanged
            }
            // What a rehearsal made is there no more.
            application = isRehearsal && change == .new ? nil : id
        case .refused(let wrong, let id):
            kind = .refused
            application = id
            problems = wrong
        }
        self.init(
            number: row.number,
            kind: kind,
            application: application,
            name: PersonName.normalised(String(row.form.name.prefix(100))),
            document: document,
            problems: problems,
            verdict: verdict
        )
    }
}

extension RowVerdict {
    /// A preview as short as it can be told.
    fileprivate init(_ preview: EligibilityPreview, without unclaimed: Set<String>) {
        self.init(
            standing: preview.standing.rawValue,
            rules: Dictionary(
                preview.lines.map { ($0.rule, $0.relaxed ? "relaxed" : $0.outcome.rawValue) },
                uniquingKeysWith: { first, _ in first }
            ),
            reasons: preview.lines.filter { $0.outcome != .met && !$0.relaxed && !unclaimed.contains($0.rule) }.map {
                line in
                Reason(
                    clause: line.clause.rawValue,
                    citation: line.citation,
                    rule: line.rule,
                    outcome: line.outcome.rawValue,
                    facts: line.facts
                )
            }
        )
    }
}

extension ImportProgress {
    /// Counts one row more.
    fileprivate mutating func count(_ outcome: RowOutcome) {
        lastRow = outcome.number
        switch outcome.kind {
        case .entered: entered += 1
        case .changed: changed += 1
        case .unchanged: unchanged += 1
        case .refused: refused += 1
        }
        switch outcome.verdict?.standing {
        case "eligible": eligible += 1
        case "ineligible": ineligible += 1
        case "needsPerson": needsPerson += 1
        default: break
        }
    }
}
