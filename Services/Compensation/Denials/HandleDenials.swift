import CompensationDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// A person says that what was attested is not so; the enterprise answers, the authority decides.
struct HandleDenials: Sendable {
    let store = DenialStore()
    let duties = DutyStore()
    let procedures: MonthlyProcedures
    let cipher: FieldCipher
    let shortfalls: KeepShortfalls
    let journal: Journal

    /// What a person hands in; already validated.
    struct Request {
        let appointment: UUID
        let month: Month
        let ground: Denial.Ground
        /// What the enterprise is told.
        let text: String
        /// What only the authority reads.
        let confidential: String?
    }

    /// Receives it.
    ///
    /// - Throws: `NotFound` where the appointment is not the person's, ``AlreadyDenied``, `InvalidInput`.
    func receive(
        _ request: Request,
        from employee: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Denial> {
        let own = try duties.of(person: employee, in: tx).first { $0.appointment == request.appointment }
        guard let own else { throw NotFound("appointment") }
        guard request.month <= Month(of: cause.today) else {
            throw InvalidInput(field: "month", code: "compensation.month-ahead")
        }
        guard own.isDue(in: request.month) else {
            throw InvalidInput(
                field: "month",
                code: "compensation.month-not-due",
                arguments: ["month": request.month.description]
            )
        }
        guard try !store.isOpen(request.appointment, request.month, in: tx) else { throw AlreadyDenied() }
        var denial = Stored<Denial>(new: NewID.v7())
        let days = try procedures.inForce(on: cause.today, in: tx).denialAnswerDays
        let claim = Denial.Claim(
            appointment: request.appointment,
            person: employee,
            creditCode: own.creditCode,
            month: request.month,
            ground: request.ground,
            told: try seal(request.text, of: denial.id),
            confidential: try request.confidential.map { try seal($0, of: denial.id) },
            on: cause.today
        )
        try denial.handle(.receive(claim, answerBy: procedures.day(days, after: cause.today, in: tx)))
        try keep(denial, because: cause, in: tx)
        return denial
    }

    /// The enterprise answers.
    ///
    /// - Throws: `Denial.Rejection`.
    func answer(
        _ denial: inout Stored<Denial>,
        concedes: Bool,
        text: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let days = try procedures.inForce(on: cause.today, in: tx).denialDecisionDays
        let sealed = try seal(text, of: denial.id)
        let reply = Denial.Reply(concedes: concedes, text: sealed, by: cause.actor, on: cause.today)
        try denial.handle(.answer(reply, decideBy: procedures.day(days, after: cause.today, in: tx)))
        try keep(denial, because: cause, in: tx)
    }

    /// The authority decides.
    ///
    /// - Throws: `Denial.Rejection`.
    func decide(
        _ denial: inout Stored<Denial>,
        upheld: Bool,
        finding: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let sealed = try seal(finding, of: denial.id)
        try denial.handle(.decide(upheld: upheld, finding: sealed, by: cause.actor, on: cause.today))
        try keep(denial, because: cause, in: tx)
        guard upheld, let claim = denial.state.claim,
            let employer = try EnterpriseDirectory().find(creditCode: claim.creditCode, in: tx)?.enterprise
        else { return }
        // What was found right has to be corrected, as any shortfall.
        let finding = Shortfall.Finding(
            appointment: claim.appointment,
            person: claim.person,
            employer: employer,
            source: .denial,
            since: claim.month.first,
            dueOn: try shortfalls.dueDay(on: cause.today, in: tx),
            against: denial.id
        )
        try shortfalls.open([finding], because: cause, in: tx)
    }

    /// The person takes it back.
    ///
    /// - Throws: `Denial.Rejection`.
    func withdraw(_ denial: inout Stored<Denial>, because cause: Cause, in tx: borrowing Transaction) throws {
        try denial.handle(.withdraw(by: cause.actor, on: cause.today))
        try keep(denial, because: cause, in: tx)
    }

    /// A text as it was written.
    func open(_ sealed: Data, of id: UUID) throws -> String {
        String(decoding: try cipher.open(bytes: Array(sealed), of: id.lowercase), as: UTF8.self)
    }

    private func seal(_ text: String, of id: UUID) throws -> Data {
        Data(try cipher.seal(bytes: Array(text.utf8), of: id.lowercase))
    }

    private func keep(_ denial: Stored<Denial>, because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(denial, in: tx)
        try journal.append(denial, of: "denial", because: cause, in: tx)
    }
}

/// The person is heard about this month already.
struct AlreadyDenied: Rejection, Hashable {
    var code: String { "compensation.denial-open" }
}
