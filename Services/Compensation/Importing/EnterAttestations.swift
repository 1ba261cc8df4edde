import CompensationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import Spreadsheets

/// Enters files of attestations, some rows in each transaction; each row stands alone.
struct EnterAttestations: Sendable {
    /// Rows looked at in one transaction.
    static let rowsAtOnce = 1000
    /// Days for which a file can be fetched with what was wrong in it.
    static let keptDays = 30.0

    let store: ImportStore
    let reading = ImportReading()
    let attest: AttestMonth

    /// Takes a file that was read: its known columns are kept, and entered some rows at a time.
    ///
    /// - Throws: `InvalidInput` where its month cannot be attested yet.
    func receive(
        _ file: ReadAttestations,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<AttestationImport> {
        guard file.heading.month <= Month(of: cause.today) else {
            throw InvalidInput(field: "month", code: "compensation.month-ahead")
        }
        var list = Stored<AttestationImport>(new: NewID.v7())
        let order = AttestationOrder(
            creditCode: file.heading.creditCode,
            month: file.heading.month,
            signer: file.heading.signer,
            correction: file.heading.correction,
            fileName: file.name,
            digest: file.digest,
            isRehearsal: file.isRehearsal,
            sheet: file.sheet,
            otherSheets: file.otherSheets,
            by: cause.actor,
            at: cause.now
        )
        try list.handle(.receive(order: order))
        try store.add(list, file.kept.bytes, because: cause, in: tx)
        return list
    }

    /// Enters the next rows of the file that came first; true where more may be left.
    ///
    /// - Throws: What the database throws; then the same rows are looked at again.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard var list = try store.nextRunning(in: tx), let (order, before) = list.state.standing else { return false }
        // What counts is when the file was handed in, not when its turn came.
        let cause = Cause(actor: order.by, now: order.at, correlation: list.id)
        var progress = before
        do {
            let batch = try batch(of: list, order, after: before.lastRow, in: tx)
            let refused = try enter(batch.rows, order, &progress, because: cause, in: tx)
            try store.note(refused, of: list.id, in: tx)
            try list.handle(.advance(progress, isEnd: batch.isEnd, at: now))
        } catch let refusal as any Rejection {
            // The file is broken further on; what was entered stays.
            try list.handle(.fail(FieldProblem(field: "file", refusal), at: now))
        }
        let isOver = list.state.phase != .running
        if isOver { reading.end(list.id) }
        let forgetAt = isOver ? now.addingTimeInterval(Self.keptDays * 86_400) : nil
        try store.save(list, forgetAt: forgetAt, because: cause, in: tx)
        CrashPoint.reach("attestation-import.after-rows")
        return true
    }

    /// Somebody stops a file; what was entered stays, and the rest can be handed in again.
    func cancel(_ list: inout Stored<AttestationImport>, because cause: Cause, in tx: borrowing Transaction) throws {
        try list.handle(.cancel(at: cause.now))
        reading.end(list.id)
        let forgetAt = cause.now.addingTimeInterval(Self.keptDays * 86_400)
        try store.save(list, forgetAt: forgetAt, because: cause, in: tx)
    }

    private func batch(
        of list: Stored<AttestationImport>,
        _ order: AttestationOrder,
        after row: Int,
        in tx: borrowing Transaction
    ) throws -> ImportReading.Batch {
        if let batch = reading.next(of: list.id, after: row, most: Self.rowsAtOnce) { return batch }
        guard let kept = try store.trimmed(list.id, of: order.creditCode, in: tx) else { throw SpreadsheetError.empty }
        return reading.begin(list.id, kept, after: row, most: Self.rowsAtOnce)
    }

    private func enter(
        _ rows: [AttestationRow],
        _ order: AttestationOrder,
        _ progress: inout AttestationProgress,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [(number: Int, problems: [FieldProblem])] {
        guard !rows.isEmpty else { return [] }
        let duties = try attest.duties.of(rows.compactMap(\.line?.appointment), creditCode: order.creditCode, in: tx)
        let readable = rows.filter { $0.isOf(duties) }
        let heading = AttestMonth.Heading(
            creditCode: order.creditCode,
            month: order.month,
            signer: order.signer,
            correction: order.correction
        )
        let outcomes = try tx.provisionally { tx in
            let lines = readable.compactMap(\.line)
            return (try attest(lines, of: heading, because: cause, in: tx), !order.isRehearsal)
        }
        var taken = Dictionary(
            zip(readable.map(\.number), outcomes).map { ($0, $1) },
            uniquingKeysWith: { first, _ in first }
        )
        var refused: [(number: Int, problems: [FieldProblem])] = []
        for row in rows {
            switch taken.removeValue(forKey: row.number) {
            case .attested: progress.attested += 1
            case .corrected: progress.corrected += 1
            case .unchanged: progress.unchanged += 1
            case .refused(let problems): refused.append((row.number, problems))
            case nil: refused.append((row.number, row.problems(for: duties)))
            }
            progress.lastRow = row.number
        }
        progress.refused += refused.count
        return refused
    }
}

extension AttestationRow {
    /// Whether its cells could be read and name the person of the appointment, where that is known.
    fileprivate func isOf(_ duties: [UUID: AttestationDuty]) -> Bool {
        guard let line else { return false }
        return duties[line.appointment].map { $0.name.isEmpty || $0.name == name } ?? true
    }

    /// What is wrong with a row that was not taken to be attested.
    fileprivate func problems(for duties: [UUID: AttestationDuty]) -> [FieldProblem] {
        problems.isEmpty ? [FieldProblem(field: "name", code: "compensation.other-person")] : problems
    }
}
