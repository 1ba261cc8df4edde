import Attachments
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// What else is done when an objection is closed: what its written answer names is put down, and its evidence gets a date.
///
/// The answer is a paper somebody holds in hand: printed again years later it says the same, whatever the office is called
/// then.
struct CloseObjection: Sendable {
    /// The years evidence is kept where nothing else is set.
    private static let usualYears = 3

    private let authorities: AuthorityCopies
    private let attachments: AttachmentStore
    private let years: Int

    /// Reads `GONGJIANG_OBJECTION_EVIDENCE_YEARS`.
    ///
    /// - Throws: `ObjectionPolicy.BadSetting`.
    init(_ environment: ServiceEnvironment, attachments: AttachmentStore) throws {
        authorities = AuthorityCopies(environment)
        self.attachments = attachments
        let text = environment.setting("objection.evidenceYears").flatMap { $0.isEmpty ? nil : $0 }
        guard let years = Int(text ?? String(Self.usualYears)), (1...30).contains(years) else {
            throw ObjectionPolicy.BadSetting(
                description: "GONGJIANG_OBJECTION_EVIDENCE_YEARS is \(text ?? ""), not 1 to 30 years"
            )
        }
        self.years = years
    }

    /// Does so for an objection that was just closed; nothing where it was not.
    func callAsFunction(
        _ done: ObjectionDesk.Case,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let closing = done.objection.state.closing, !done.objection.events.isEmpty,
            let display = done.notice.state.display
        else { return }
        let letter = AnswerLetter(
            to: done.complaint,
            on: display,
            authority: try authorities.contacts(on: LocalDate(in: closing.at), in: tx).authority
        )
        try tx.execute(
            """
            INSERT INTO objection_letter (objection, letter)
            VALUES (\(done.objection.id), \(Column.text(letter))::text::jsonb) ON CONFLICT DO NOTHING
            """
        )
        try attachments.retain(
            Objections.owner(of: done.objection.id),
            until: LocalDate(in: closing.at).adding(years: years, months: 0).end,
            because: cause,
            in: tx
        )
    }

    /// What was put down for an objection; nil for one that was closed before that was done.
    static func letter(of objection: UUID, in tx: borrowing Transaction) throws -> AnswerLetter? {
        let row = try tx.query(
            "SELECT letter::text AS letter FROM objection_letter WHERE objection = \(objection)"
        ).first
        return try row.map { try Column.value($0.decode("letter", as: String.self)) }
    }
}
