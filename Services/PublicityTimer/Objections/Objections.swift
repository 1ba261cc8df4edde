import Attachments
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// Everything about objections that the routes and other parts of the service call.
struct Objections: Sendable {
    /// What objectors and handlers hand in to prove something; sealed, for evidence often shows who it comes from.
    static let evidence = AttachmentPurpose(
        "objection-evidence",
        kinds: FileKind.pictures.union(FileKind.papers).union(FileKind.recordings),
        mostBytes: 8 << 20,
        mostFiles: 10,
        isSealed: true,
        // Closing says how long; none is kept for ever, also one that came too late to be told.
        keptDays: 3653
    )

    let register = ObjectionRegister()
    let keys: KeyRing
    let authorities: AuthorityCopies
    let attachments: AttachmentStore
    let receive: ReceiveObjection
    let enter: EnterObjection
    let pursue: PursueObjection
    let leave: LeaveObjection
    let findArguable: FindArguable
    let extend: ExtendObjection
    let decide: DecideObjection
    let withdraw: WithdrawObjection

    /// - Parameters:
    ///   - environment: What every service has.
    ///   - desk: What every verb works with.
    ///   - attachments: A store that takes ``evidence``.
    init(_ environment: ServiceEnvironment, desk: ObjectionDesk, attachments: AttachmentStore) {
        keys = environment.keys
        authorities = AuthorityCopies(environment)
        self.attachments = attachments
        receive = ReceiveObjection(desk: desk)
        enter = EnterObjection(desk: desk)
        pursue = PursueObjection(desk: desk)
        leave = LeaveObjection(desk: desk)
        findArguable = FindArguable(desk: desk)
        extend = ExtendObjection(desk: desk)
        decide = DecideObjection(desk: desk)
        withdraw = WithdrawObjection(desk: desk)
    }

    /// The objection a receipt code was given for.
    ///
    /// Whatever was typed is hashed and looked up, so that the answer tells nothing but that there is none.
    ///
    /// - Throws: `NotFound`.
    func find(receipt code: String, in tx: borrowing Transaction) throws -> Stored<Objection> {
        let found = try register.find(receipt: keys.index.of(code), in: tx)
        guard let found, ReceiptCode(code) != nil else { throw NotFound("objection") }
        return found
    }

    /// What was said in an objection and by whom.
    func content(of objection: Stored<Objection>) throws -> ObjectionView.Content? {
        guard let complaint = objection.state.complaint else { return nil }
        return ObjectionView.Content(
            statement: try Statement.opened(complaint, of: objection.id, with: keys),
            objector: try complaint.objector.map { try Objector.opened($0, of: objection.id, with: keys) }
        )
    }

    /// The written answer to an objection, with everything it names as it was when it was closed.
    ///
    /// - Throws: ``ObjectionAnswer/Missing``.
    func answer(
        to objection: Stored<Objection>,
        on display: Display?,
        in tx: borrowing Transaction
    ) throws -> ObjectionAnswer {
        guard let display, let complaint = objection.state.complaint, let content = try content(of: objection) else {
            throw NotFound("objection")
        }
        guard let objector = content.objector else { throw ObjectionAnswer.Missing.anonymous }
        guard let closing = objection.state.closing else { throw ObjectionAnswer.Missing.notClosed }
        let authority = try authorities.contacts(on: LocalDate(in: closing.at), in: tx).authority
        return ObjectionAnswer(
            letter: try CloseObjection.letter(of: objection.id, in: tx)
                ?? AnswerLetter(to: complaint, on: display, authority: authority),
            complaint: complaint,
            closing: closing,
            statement: content.statement,
            objector: objector
        )
    }
}
