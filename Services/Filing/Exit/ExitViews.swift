import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An exit case as officers and the enterprise see it.
struct ExitCaseView: Encodable {
    struct NoticeView: Encodable {
        let number: String
        let facts: String
        let reasons: String
        let basis: String
        let intended: ExitOutcome
        let drawnUpBy: String
        let drawnUpOn: LocalDate
    }

    struct ServiceView: Encodable {
        let means: ExitFile.Service.Means
        let receivedBy: String
        let proof: String
        let servedOn: LocalDate
        /// The last day for asking to be heard.
        let hearingThrough: LocalDate
        let isProvisional: Bool
    }

    struct HearingView: Encodable {
        let requestedOn: LocalDate
        let requestedBy: String
        let reasons: String
        let withdrawnOn: LocalDate?
        let heldOn: LocalDate?
        let place: String?
        let chair: String?
        let toldOn: LocalDate?
        let minutes: String?
        let isAttended: Bool?
    }

    struct DecisionView: Encodable {
        let outcome: ExitOutcome
        let number: String
        let reasons: String
        let basis: String
        let answer: String?
        let decidedBy: String
        let decidedOn: LocalDate
        let suspendedThrough: LocalDate?
        let effects: Consequences?
        let preview: String?
        let publishedOn: LocalDate?
        let takenDownOn: LocalDate?
        let places: [String]?
    }

    struct UndoingView: Encodable {
        let number: String
        let reasons: String
        let setAsideBy: String
        let setAsideOn: LocalDate
        /// The last day for taking the publication down; missing where nothing was published.
        let takeDownBy: LocalDate?
        let isProvisional: Bool?
        let isOverdue: Bool?
    }

    let id: UUID
    let filing: UUID
    let kind: FilingKind
    let enterprise: FilerView
    let state: ExitPhase
    let source: ExitFile.Proposal.Source
    let origin: String
    let facts: String
    let proposedOn: LocalDate
    let investigator: String
    let notice: NoticeView?
    let service: ServiceView?
    let statements: [ExitFile.Statement]
    let hearing: HearingView?
    let decision: DecisionView?
    let undoing: UndoingView?
    let droppedOn: LocalDate?
    let droppedFor: String?

    init?(_ one: Stored<ExitCase>, _ rules: ExitRules, on day: LocalDate, in tx: borrowing Transaction) throws {
        guard let file = one.state.file else { return nil }
        id = one.id
        (filing, kind, enterprise) = (file.filing, file.kind, FilerView(file.filer))
        state = one.state.phase
        (source, origin, facts) = (file.proposal.source, file.proposal.origin, file.proposal.facts)
        proposedOn = file.proposal.on
        investigator = file.investigator.name
        notice = file.notice.map(NoticeView.init)
        service = try file.service.map { try ServiceView($0, rules.hearingEnds(servedOn: $0.on, in: tx)) }
        statements = file.statements
        hearing = HearingView(file)
        decision = one.state.decision.map(DecisionView.init)
        if let undoing = one.state.undoing {
            let isPublished = one.state.decision?.publishedOn != nil
            let until = isPublished ? try rules.takeDownEnds(setAsideOn: undoing.on, in: tx) : nil
            let isDown = one.state.decision?.takenDown != nil
            self.undoing = UndoingView(undoing, until, isDown: isDown, on: day)
        } else {
            undoing = nil
        }
        if case .dropped(_, let reasons, let dropped) = one.state {
            (droppedOn, droppedFor) = (dropped, reasons)
        } else {
            (droppedOn, droppedFor) = (nil, nil)
        }
    }
}

extension ExitCaseView.NoticeView {
    fileprivate init(_ notice: ExitFile.Notice) {
        self.init(
            number: notice.number.text,
            facts: notice.facts,
            reasons: notice.reasons,
            basis: notice.basis,
            intended: notice.intended,
            drawnUpBy: notice.officer.name,
            drawnUpOn: notice.on
        )
    }
}

extension ExitCaseView.ServiceView {
    fileprivate init(_ service: ExitFile.Service, _ until: Deadline) {
        self.init(
            means: service.means,
            receivedBy: service.receivedBy,
            proof: service.proof,
            servedOn: service.on,
            hearingThrough: until.lastDay,
            isProvisional: until.isProvisional
        )
    }
}

extension ExitCaseView.HearingView {
    fileprivate init?(_ file: ExitFile) {
        guard let request = file.hearingRequest else { return nil }
        self.init(
            requestedOn: request.on,
            requestedBy: request.by,
            reasons: request.reasons,
            withdrawnOn: request.withdrawnOn,
            heldOn: file.hearing?.heldOn,
            place: file.hearing?.place,
            chair: file.hearing?.chair.name,
            toldOn: file.hearing?.toldOn,
            minutes: file.minutes?.text,
            isAttended: file.minutes?.isAttended
        )
    }
}

extension ExitCaseView.DecisionView {
    fileprivate init(_ decision: ExitDecision) {
        self.init(
            outcome: decision.outcome,
            number: decision.number.text,
            reasons: decision.reasons,
            basis: decision.basis,
            answer: decision.answer,
            decidedBy: decision.officer.name,
            decidedOn: decision.on,
            suspendedThrough: decision.suspendedThrough,
            effects: decision.consequences,
            preview: decision.preview,
            publishedOn: decision.publishedOn,
            takenDownOn: decision.takenDown?.on,
            places: decision.takenDown?.places
        )
    }
}

extension ExitCaseView.UndoingView {
    fileprivate init(_ undoing: Undoing, _ until: Deadline?, isDown: Bool, on day: LocalDate) {
        self.init(
            number: undoing.number.text,
            reasons: undoing.reasons,
            setAsideBy: undoing.officer.name,
            setAsideOn: undoing.on,
            takeDownBy: until?.lastDay,
            isProvisional: until?.isProvisional,
            isOverdue: until.map { !isDown && $0.lastDay < day }
        )
    }
}

/// A preview as it is shown: its digest is what a decision names.
struct ExitPreviewView: Encodable {
    let digest: String
    let filings: [ExitPreview.Filing]
    let effects: Consequences
    let classes: [ExitPreview.Class]
    /// Whether it is still what a decision would do; nil where it was drawn up just now.
    let isCurrent: Bool?
    let changes: [String]?

    init(_ preview: ExitPreview, now: ExitPreview? = nil) throws {
        digest = try preview.digest
        (filings, effects, classes) = (preview.filings, preview.consequences, preview.classes)
        isCurrent = now.map { $0 == preview }
        changes = now.map { preview.changes(to: $0) }
    }
}

/// A published decision as everybody sees it.
struct PublishedDecisionView: Encodable {
    let id: UUID
    let number: String
    let enterpriseName: String
    let creditCode: String
    let kind: FilingKind
    let outcome: ExitOutcome
    let basis: String
    let decidedOn: LocalDate
    let suspendedThrough: LocalDate?
    let publishedOn: LocalDate
    /// The decision is set aside; its publication comes down.
    let setAsideOn: LocalDate?

    init?(_ one: Stored<ExitCase>) {
        guard let file = one.state.file, let decision = one.state.decision, let published = decision.publishedOn else {
            return nil
        }
        id = one.id
        number = decision.number.text
        enterpriseName = decision.ends.addressee
        creditCode = file.filer.creditCode
        kind = file.kind
        outcome = decision.outcome
        basis = decision.basis
        decidedOn = decision.on
        suspendedThrough = decision.suspendedThrough
        publishedOn = published
        setAsideOn = one.state.undoing?.on
    }
}
