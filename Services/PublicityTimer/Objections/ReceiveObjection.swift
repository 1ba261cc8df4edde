import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Somebody objects to a name, to the procedure, or because somebody was left out, and is given a receipt code.
struct ReceiveObjection {
    let desk: ObjectionDesk

    /// What is handed in; already checked.
    struct Request {
        let subject: ObjectionSubject
        let statement: Statement
        /// Who objects, nil where it is anonymous.
        let objector: Objector?
        let addressee: Complaint.Addressee
    }

    /// An objection on record, and the code that is told to the objector alone.
    struct Taken {
        let objection: Stored<Objection>
        let receipt: ReceiptCode
    }

    func callAsFunction(
        _ request: Request,
        to notice: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Taken {
        // The account that handed it in is left out of history: whoever reads it must not learn who objected.
        try desk.take(request, to: notice, by: .online, at: cause.now, because: desk.unnamed(cause), in: tx)
    }
}

extension ObjectionDesk {
    /// Puts an objection on record, however it reached the office.
    func take(
        _ request: ReceiveObjection.Request,
        to noticeID: UUID,
        by channel: Complaint.Channel,
        at receivedAt: Date,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> ReceiveObjection.Taken {
        var notice = try notices.load(noticeID, in: tx)
        // The calendar in use may not have come to this notice yet; whether somebody is in time goes by it.
        let calendar = try calendars.currentUntilCommit(in: tx)
        if let command = ReckonAgain.command(for: notice.state, by: calendar, at: cause.now) {
            try notice.handle(command)
        }
        guard let display = notice.state.display else { throw NotFound("notice") }
        // Not one that grows with time: the id goes with facts, and would tell them when somebody objected.
        var objection = Stored<Objection>(new: UUID())
        var random = SystemRandomNumberGenerator()
        let receipt = ReceiptCode(using: &random)
        let complaint = Complaint(
            notice: noticeID,
            subject: request.subject,
            statement: try request.statement.sealed(for: objection.id, with: keys),
            objector: try request.objector?.sealed(for: objection.id, with: keys),
            receipt: Data(keys.index.of(receipt.text)),
            channel: channel,
            addressee: request.addressee,
            receivedAt: receivedAt,
            enteredAt: cause.now,
            isInTime: display.isInTime(receivedAt, about: request.subject)
        )
        let days = try deadlines(in: tx)
        try objection.handle(
            .receive(
                complaint,
                screenBy: policy.examinesAtOnce(complaint) ? nil : days.screening(of: receivedAt),
                decideBy: days.decision(since: receivedAt)
            )
        )
        if notice.state.phase == .withdrawn || (complaint.isInTime && !display.isRemoved(request.subject)) {
            try notice.handle(.receive(objection.id, request.subject, receivedAt: receivedAt))
            if request.subject.person != nil, policy.examinesAtOnce(complaint) {
                try notice.handle(.hold(objection.id, request.subject))
            }
        }
        try save(Case(notice: notice, objection: objection, complaint: complaint), because: cause, in: tx)
        if !complaint.isInTime, let words = NoticeWords(.init(notice: notice, cause: cause)) {
            let late = ObjectionLate(about: words.about, objection: objection.id, receivedAt: receivedAt)
            try words.say(late, outbox, in: tx)
        }
        return ReceiveObjection.Taken(objection: objection, receipt: receipt)
    }
}

extension Display {
    /// Whether the name left because of an upheld objection.
    ///
    /// Another one about it is taken and answered, and holds nothing: a refusal would tell what nobody is told yet.
    fileprivate func isRemoved(_ subject: ObjectionSubject) -> Bool {
        guard let person = subject.person, case .removed = name(of: person)?.standing else { return false }
        return true
    }
}
