import Attachments
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The files of filings: an enterprise adds its own while it writes, and sees them; officers see all.
    var fileRoutes: [Route] {
        attachmentRoutes(
            files.store,
            of: [
                "general-filings": FilingFiles.Owner.general.rawValue,
                "special-filings": FilingFiles.Owner.special.rawValue,
                "work-plan-changes": FilingFiles.Owner.workPlan.rawValue,
                "policy-notes": PolicyNoteFiles.owner,
            ]
        ) { call, wish, tx in
            if wish.owner.kind == PolicyNoteFiles.owner { return try policyNoteRight(call, wish, in: tx) }
            guard let owner = FilingFiles.Owner(rawValue: wish.owner.kind) else { throw NotFound("attachment") }
            // What a county's officer sees of filings are their lists, not the papers.
            guard !call.caller.role.isOfCounty else { throw NotFound("attachment") }
            let filing = try filed(owner, wish.owner.id, in: tx)
            try call.require(enterprise: filing.filer.creditCode)
            switch wish.act {
            case .list, .see: break
            case .add:
                guard call.caller.role == .enterpriseHR else { throw FileRefusal.notYours }
                guard filing.isOpen else { throw FilingRejection.alreadySubmitted }
                if let purpose = wish.purpose, Self.isKnown(purpose), !owner.purposes.contains(purpose) {
                    throw FileRefusal.purpose(owner)
                }
            case .discard:
                guard call.caller.role == .enterpriseHR else { throw FileRefusal.notYours }
                guard filing.isOpen else { throw FilingRejection.alreadySubmitted }
                if filing.handedIn.contains(where: { $0.file == wish.attachment?.id }) { throw FileRefusal.handedIn }
            }
            return .named(call)
        }
    }

    private static func isKnown(_ purpose: String) -> Bool { FilingFiles.purposes.contains { $0.name == purpose } }

    /// What files are asked about: whose it is, whether it is still being written, and what was handed in with it.
    struct Filed {
        let filer: EnterpriseRef
        let isOpen: Bool
        let handedIn: [FiledPaper]
    }

    func filed(_ owner: FilingFiles.Owner, _ id: UUID, in tx: borrowing Transaction) throws -> Filed {
        switch owner {
        case .general:
            guard let filing = try register.generalFiling(id, in: tx)?.state, let application = filing.application
            else { throw NotFound("general-filing") }
            return Filed(
                filer: application.filer,
                isOpen: [.draft, .correcting].contains(filing.phase),
                handedIn: application.attachments
            )
        case .special:
            guard let filing = try register.specialFiling(id, in: tx)?.state, let dossier = filing.dossier
            else { throw NotFound("special-filing") }
            return Filed(
                filer: dossier.filer,
                isOpen: [.draft, .correcting].contains(filing.phase),
                handedIn: dossier.attachments
            )
        case .workPlan:
            let change = try workPlanChanges.store.read(id, in: tx)
            guard let proposal = change.state.proposal else { throw NotFound("work-plan-change") }
            return Filed(filer: proposal.filer, isOpen: change.state.phase == .draft, handedIn: [])
        }
    }
}

/// Why a file is not added, or not taken back.
enum FileRefusal: Rejection, Hashable {
    /// Files are the enterprise's to add and to take back.
    case notYours
    /// It was handed in; what was handed in stays.
    case handedIn
    /// The purpose is another kind of filing's.
    case purpose(FilingFiles.Owner)

    var code: String {
        switch self {
        case .notYours: "filing.file-not-yours"
        case .handedIn: "filing.file-handed-in"
        case .purpose: "filing.file-purpose"
        }
    }

    var arguments: [String: String] {
        guard case .purpose(let owner) = self else { return [:] }
        return ["known": owner.purposes.sorted().joined(separator: "、")]
    }
}
