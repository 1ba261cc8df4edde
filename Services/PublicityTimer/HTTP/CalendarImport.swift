import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// Takes the State Council's papers, or with `dryRun` says what they would change and which notices would move.
    func importDocuments(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let body = try call.body(ImportBody.self)
        let documents = try body.checked()
        // The notices are looked through before anybody has to wait for the new calendar.
        let preview = try publishCalendar.preview(documents, in: tx)
        let moves = try ListMoves(notices: register)(preview.changes, by: preview.new, in: tx)
        let isApplied = body.dryRun != true && preview.isNew
        let result = isApplied ? try publishCalendar(documents, because: call.cause, in: tx) : preview
        return try .ok(
            ImportAnswer(
                version: result.new.version,
                changes: result.changes.map(ImportAnswer.Change.init),
                moves: moves.shown,
                movesInAll: moves.count,
                applied: isApplied
            )
        )
    }
}

/// The documents in use.
struct DocumentsAnswer: Encodable {
    let calendarVersion: String
    let documents: [CalendarDocument]
}

/// Documents as they are handed in.
struct ImportBody: Decodable {
    let documents: [CalendarDocument]
    /// True to be told only what would change.
    let dryRun: Bool?

    /// - Throws: `InvalidInput` with everything that is wrong, by document and day.
    func checked() throws -> [CalendarDocument] {
        var problems: [FieldProblem] = []
        if documents.isEmpty { problems.append(FieldProblem(field: "documents", code: "publicity-timer.required")) }
        for (index, document) in documents.enumerated() {
            for problem in document.problems {
                problems.append(
                    FieldProblem(
                        field: "documents[\(index)]",
                        code: "publicity-timer.calendar-document",
                        arguments: ["what": problem.chinese]
                    )
                )
            }
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return documents
    }
}

/// What an import changed, or would.
struct ImportAnswer: Encodable {
    let version: String
    let changes: [Change]
    /// The running notices whose end moves, the first of them.
    let moves: [ListMoves.Move]
    /// How many move.
    let movesInAll: Int
    let applied: Bool

    /// One day that is answered differently.
    struct Change: Encodable {
        let date: LocalDate
        let before: DayView
        let after: DayView

        init(_ change: WorkingCalendar.Change) {
            date = change.date
            before = DayView(change.before)
            after = DayView(change.after)
        }
    }
}
