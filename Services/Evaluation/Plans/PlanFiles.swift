import Attachments
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The files of plans: proof that a plan was shown to the employees and sent to the filing authority.
enum PlanFiles {
    /// The name of their case's table.
    static let owner = "plan"
    static let shown = "plan-shown"
    static let sent = "plan-sent"

    /// What files come with a plan.
    static let purposes = [
        // 公示栏照片、内网截图、会议记录
        AttachmentPurpose(shown, kinds: FileKind.pictures.union(FileKind.papers), mostBytes: 20 << 20, mostFiles: 20),
        // 邮件回执、送达回证
        AttachmentPurpose(sent, kinds: FileKind.pictures.union(FileKind.papers), mostBytes: 20 << 20, mostFiles: 10),
    ]

    /// The complete files of a purpose by their digests, oldest first; none that proves an earlier version.
    static func proofs(
        _ purpose: String,
        of plan: Stored<ImplementationPlan>,
        from store: AttachmentStore,
        in tx: borrowing Transaction
    ) throws -> [ProofFile] {
        let earlier = kept(by: plan.state)
        return try store.list(of: AttachmentOwner(owner, plan.id), in: tx)
            .filter { $0.purpose == purpose && !earlier.contains($0.id) }
            .map { ProofFile(file: $0.id, sha256: $0.sha256) }
    }

    /// The files with which earlier versions were disclosed.
    static func kept(by plan: ImplementationPlan) -> Set<UUID> {
        let disclosed = plan.course.earlier.compactMap(\.disclosure)
        return Set(disclosed.flatMap { ($0.shownFiles ?? []) + ($0.sentFiles ?? []) }.map(\.file))
    }
}

extension Main {
    /// Whether somebody may do something with the files of a plan.
    ///
    /// The enterprise adds them while the plan is a draft; what was disclosed with a version stays.
    func planFileRight(
        _ call: Call,
        _ wish: AttachmentWish,
        in tx: borrowing Transaction
    ) throws -> AttachmentRight {
        let plan = try stores.plans.read(wish.owner.id, in: tx)
        guard let terms = plan.state.terms else { throw NotFound("plan") }
        try call.require(enterprise: terms.filing.enterprise.creditCode)
        switch wish.act {
        case .list, .see: break
        case .add, .discard:
            guard call.caller.role == .enterpriseHR else { throw PlanFileRefusal.notYours }
            guard plan.state.disclosure == nil else { throw ImplementationPlan.Rejection.alreadyDisclosed }
            if let file = wish.attachment?.id, PlanFiles.kept(by: plan.state).contains(file) {
                throw PlanFileRefusal.disclosed
            }
        }
        return .named(call)
    }
}

/// Why a file of a plan is not added, or not taken back.
enum PlanFileRefusal: Rejection, Hashable {
    /// Files are the enterprise's to add and to take back.
    case notYours
    /// A version was disclosed with it.
    case disclosed

    var code: String {
        switch self {
        case .notYours: "evaluation.plan-file-not-yours"
        case .disclosed: "evaluation.file-disclosed"
        }
    }
}
