import Attachments
import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The files that show that treatment beside pay was granted.
enum EvidenceFiles {
    /// The name of their case's table.
    static let owner = "treatment_item"
    /// 落实待遇的佐证: of a person, so sealed.
    static let purpose = AttachmentPurpose(
        "evidence",
        kinds: FileKind.pictures.union([.pdf, .ofd]),
        mostBytes: 20 << 20,
        mostFiles: 10,
        isSealed: true
    )
}

extension Main {
    /// The files of items: whoever owes one adds them while it is owed; those who see the item and the person see them.
    var evidenceFileRoutes: [Route] {
        attachmentRoutes(files, of: ["treatment-items": EvidenceFiles.owner]) { [self] call, wish, tx in
            if wish.owner.kind == BenchmarkDocuments.owner {
                return try benchmarkDocuments.right(call, wish, in: tx)
            }
            guard wish.owner.kind == EvidenceFiles.owner else { throw NotFound("attachment") }
            let item = try keepTreatment.store.load(wish.owner.id, in: tx).state
            guard let owing = item.owing else { throw NotFound("treatment-item") }
            try call.require(enterprise: owing.creditCode)
            try requireCounty(of: owing.creditCode, call, in: tx)
            if call.caller.role == .employee, call.caller.person != owing.person { throw NotFound("treatment-item") }
            switch wish.act {
            case .list, .see: break
            case .add, .discard:
                guard (owing.owedBy.party == .enterprise) == call.caller.role.isOfEnterprise else {
                    throw OwedByOther()
                }
                switch item.stage {
                case .owed: break
                case .done: throw TreatmentItem.Rejection.alreadyDone
                case .waived: throw TreatmentItem.Rejection.alreadyWaived
                }
            }
            return .named(call, purposes: [EvidenceFiles.purpose.name])
        }
    }
}
