import Attachments
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The files of applications: who writes one adds them, officers and the enterprise's human resources see them.
    var applicationFileRoutes: [Route] {
        attachmentRoutes(
            files.store,
            of: ["applications": ApplicationFiles.owner, "plans": PlanFiles.owner, "rounds": SignedPapers.owner]
        ) { call, wish, tx in
            if wish.owner.kind == PlanFiles.owner { return try planFileRight(call, wish, in: tx) }
            if wish.owner.kind == SignedPapers.owner { return try paperRight(call, wish, in: tx) }
            guard wish.owner.kind == ApplicationFiles.owner else { throw NotFound("attachment") }
            let case_ = try applied(call, wish.owner.id, in: tx)
            switch wish.act {
            case .list, .see: break
            case .add where call.caller.role == .evaluator, .discard where call.caller.role == .evaluator:
                throw ApplicationFileRefusal.notYours
            case .add
            where wish.purpose == ApplicationFiles.consent || wish.attachment?.purpose == ApplicationFiles.consent:
                // The letter comes from who wrote it.
                let round = try stores.applications.read(wish.owner.id, in: tx).state.entry?.round
                guard let round else { throw NotFound("application") }
                try requireFilingAuthority(of: stores.rounds.read(round, in: tx), call, in: tx)
            case .add:
                guard call.caller.role.isOfEnterprise else { throw ApplicationFileRefusal.notYours }
                // The signed paper may come after the round was judged: a name waits for it.
                guard case_.isOpen || wish.purpose == ApplicationFiles.confirmation else {
                    throw Application.Rejection.alreadyJudged
                }
            case .discard:
                guard call.caller.role.isOfEnterprise else { throw ApplicationFileRefusal.notYours }
                guard case_.isOpen else { throw Application.Rejection.alreadyJudged }
                guard let file = wish.attachment?.id, !case_.isUsed(file) else { throw ApplicationFileRefusal.used }
            }
            // A member of the panel weighs what was done, and has nothing to do with the paper on one's data.
            let isJudge = call.caller.role == .evaluator
            return .named(call, purposes: isJudge ? [ApplicationFiles.evidence, ApplicationFiles.photo] : nil)
        } + [
            Route("PUT /applications/{id}/evidence") { call, tx in
                let claims = try call.body(EvidenceBody.self).evidence
                let id = try call.id()
                _ = try applied(call, id, in: tx)
                let evidence = try files.checked(claims, of: id, under: rules(ofApplied: id, in: tx), in: tx)
                if let written = try stores.drafts.open(id, in: tx) {
                    var draft = written.draft
                    try draft.expect(version: call.expectedVersion())
                    try draft.handle(.prove(evidence))
                    try stores.drafts.save(draft, written.form, because: call.cause, in: tx)
                    return try .ok(DraftView(draft, written.form, savedAt: call.cause.now), version: draft.newVersion)
                }
                guard let round = try stores.applications.read(id, in: tx).state.entry?.round else {
                    throw NotFound("application")
                }
                _ = try gate.running(round, in: tx)
                var application = try stores.applications.load(id, in: tx)
                try application.expect(version: call.expectedVersion())
                try application.handle(.prove(evidence))
                try stores.applications.save([application], because: call.cause, in: tx)
                return try .ok(view(of: application, in: tx), version: application.newVersion)
            }
        ]
    }

    /// What files are asked about: an application, or the draft of one.
    struct Applied {
        /// Whether files can still be added and taken back.
        let isOpen: Bool
        let evidence: [ClauseEvidence]
        let paper: UUID?

        /// Whether a file proves something, so that it stays.
        func isUsed(_ file: UUID) -> Bool { file == paper || evidence.contains { $0.file == file } }
    }

    /// Refuses a member of a panel who does not judge an application: to one who stands aside it is as if there were none.
    private func requireJudge(
        of application: Stored<Application>,
        in round: UUID,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws {
        // A member may come from another enterprise; the seat says who may see.
        try call.require(enterprise: call.caller.organisation ?? "")
        let seats = try stores.panelRegister.seats(of: stores.rounds.read(round, in: tx), in: tx)
        guard let stage = application.state.stage, [.eligible, .needsPerson, .approved, .declined].contains(stage),
            seats.mayJudge(call.caller.subject, application.id)
        else { throw NotFound("application") }
    }

    /// The rules an application or draft will be judged by, whose clauses files can prove.
    private func rules(ofApplied id: UUID, in tx: borrowing Transaction) throws -> RuleSet {
        let drafted = try stores.drafts.read(id, in: tx)?.draft.state.origin?.round
        let round = try drafted ?? stores.applications.read(id, in: tx).state.entry?.round
        return try prepareJudging.rules(ofRound: round, in: tx)
    }

    /// The application or draft of an id, where the caller may see it.
    func applied(_ call: Call, _ id: UUID, in tx: borrowing Transaction) throws -> Applied {
        if let written = try stores.drafts.read(id, in: tx) {
            try requireWriter(of: written, call, in: tx)
            return Applied(isOpen: true, evidence: written.draft.state.evidence, paper: nil)
        }
        let application = try stores.applications.read(id, in: tx)
        guard let entry = application.state.entry else { throw NotFound("application") }
        if call.caller.role == .evaluator {
            try requireJudge(of: application, in: entry.round, call, in: tx)
        } else {
            try requireOwner(of: application, call, in: tx)
        }
        let paper: UUID? = if case .onPaper(_, _, let file) = entry.confirmation { file } else { nil }
        return Applied(
            isOpen: application.state.stage == .submitted,
            evidence: entry.evidence ?? [],
            paper: paper
        )
    }
}

/// The files of an application with what they prove.
struct EvidenceBody: Decodable {
    let evidence: [EvidenceClaim]
}

/// Why a file of an application is not added, or not taken back.
enum ApplicationFileRefusal: Rejection, Hashable {
    /// Files are the applicant's and the enterprise's to add and to take back.
    case notYours
    /// It proves something, or is the signed paper.
    case used

    var code: String {
        switch self {
        case .notYours: "evaluation.file-not-yours"
        case .used: "evaluation.file-used"
        }
    }
}
