import Contracts
import EvaluationDomain
import Foundation
import Importing
import Kernel
import Postgres

/// What became of a row of a file.
struct RowOutcome: Sendable {
    enum Kind: String, Codable, Sendable { case entered, changed, unchanged, refused }

    let number: Int
    let kind: Kind
    let application: UUID?
    /// As it is written, in its one form.
    let name: String
    /// The keyed hash of the document, by which a second row of the same person is found; nil where none could be read.
    let document: [UInt8]?
    /// What is wrong; fields by their members' names.
    let problems: [FieldProblem]
    /// How it would be judged; nil where it could not be read.
    let verdict: RowVerdict?
}

/// How a row would be judged, as short as it can be told: what stands in the way in words, the rest by its clause.
struct RowVerdict: Codable, Sendable {
    /// A rule that is not met, or waits for a person, with why.
    struct Reason: Codable, Sendable {
        let clause: String
        let citation: String
        let rule: String
        let outcome: String
        let facts: [String]
    }

    let standing: String
    /// The outcome of each rule, by its name.
    let rules: [String: String]
    let reasons: [Reason]
}

extension ImportStore {
    /// Keeps what became of rows.
    func note(_ outcomes: [RowOutcome], of list: UUID, in tx: borrowing Transaction) throws {
        guard !outcomes.isEmpty else { return }
        let problems = try outcomes.map { $0.problems.isEmpty ? nil : try StateText.write($0.problems) }
        let verdicts = try outcomes.map { try $0.verdict.map { try StateText.write($0) } }
        try tx.send(
            """
            INSERT INTO application_import_row (import, number, outcome, application, name, document, problems, verdict)
            SELECT \(list)::uuid, * FROM unnest(
                \(outcomes.map(\.number))::int[], \(outcomes.map(\.kind.rawValue))::text[],
                \(outcomes.map(\.application))::uuid[], \(outcomes.map(\.name))::text[],
                \(outcomes.map(\.document))::bytea[], \(problems)::text[]::jsonb[], \(verdicts)::text[]::jsonb[])
            """
        )
    }

    /// The rows of a file after a number; only those with something wrong where that is asked.
    func rows(
        of list: UUID,
        after number: Int,
        onlyRefused: Bool,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [RowOutcome] {
        try tx.query(
            """
            SELECT number, outcome, application, name, problems, verdict FROM application_import_row
            WHERE import = \(list) AND number > \(number) AND (NOT \(onlyRefused) OR outcome = 'refused')
            ORDER BY number LIMIT \(limit)
            """
        ).map { row in
            let outcome: String = try row.decode("outcome")
            let problems: String? = try row.decode("problems")
            let verdict: String? = try row.decode("verdict")
            return RowOutcome(
                number: try row.decode("number"),
                kind: RowOutcome.Kind(rawValue: outcome) ?? .refused,
                application: try row.decode("application"),
                name: try row.decode("name"),
                document: nil,
                problems: try problems.map { try WireFormat.decode(from: Array($0.utf8)) } ?? [],
                verdict: try verdict.map { try WireFormat.decode(from: Array($0.utf8)) }
            )
        }
    }

    /// Which row of a file each document that was entered stands in first.
    func documents(of list: UUID, in tx: borrowing Transaction) throws -> [[UInt8]: Int] {
        let rows = try tx.query(
            """
            SELECT document, number FROM application_import_row
            WHERE import = \(list) AND document IS NOT NULL AND outcome <> 'refused' ORDER BY number
            """
        )
        return try Dictionary(
            rows.map { (try $0.decode("document"), try $0.decode("number")) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
