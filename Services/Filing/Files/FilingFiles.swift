import Attachments
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The files of filings: what may come for what, and what is handed in.
struct FilingFiles: Sendable {
    let store: AttachmentStore

    /// Whose files they are.
    enum Owner: String, CaseIterable, Sendable {
        case general = "general_filing"
        case special = "special_filing"
        case workPlan = "work_plan_change"

        /// The first word of the path.
        var path: String {
            switch self {
            case .general: "general-filings"
            case .special: "special-filings"
            case .workPlan: "work-plan-changes"
            }
        }

        /// What files are taken for it, by the purpose's name.
        var purposes: Set<String> {
            switch self {
            case .general: ["business-licence", "evaluation-body", "staff", "funding", "rules", "other"]
            case .special: ["application-form", "work-plan", "consultation", "other"]
            case .workPlan: ["work-plan", "other"]
            }
        }
    }

    /// What files come with filings; the names stand for parts of the papers.
    static let purposes: [AttachmentPurpose] = [
        // 营业执照
        AttachmentPurpose("business-licence", kinds: scans, mostBytes: 20 << 20, mostFiles: 5),
        // 评价机构的设立文件
        AttachmentPurpose("evaluation-body", kinds: papers, mostFiles: 20),
        // 专家、考评员、督导员的资格证明: of persons, so sealed
        AttachmentPurpose("staff", kinds: papers, mostFiles: 100, isSealed: true),
        // 经费证明
        AttachmentPurpose("funding", kinds: papers, mostFiles: 20),
        // 各项制度
        AttachmentPurpose("rules", kinds: papers, mostFiles: 50),
        // 盖章的特级技师评价备案申请表
        AttachmentPurpose("application-form", kinds: papers, mostFiles: 5),
        // 盖章的工作方案
        AttachmentPurpose("work-plan", kinds: papers, mostFiles: 10),
        // 听取职工意见的材料: never asked for
        AttachmentPurpose("consultation", kinds: papers, mostFiles: 20),
        AttachmentPurpose("other", kinds: papers, mostFiles: 20),
    ]

    private static let scans = FileKind.pictures.union([.pdf, .ofd])
    private static let papers = FileKind.pictures.union(FileKind.papers)

    /// The heading of a purpose on papers.
    static func chinese(_ purpose: String) -> String {
        switch purpose {
        case "business-licence": "营业执照"
        case "evaluation-body": "评价机构材料"
        case "staff": "评价人员材料"
        case "funding": "经费材料"
        case "rules": "制度文件"
        case "application-form": "备案申请表"
        case "work-plan": "工作方案"
        case "consultation": "听取职工意见材料"
        default: "其他材料"
        }
    }

    /// The complete files of a filing by their digests, oldest first: what is handed in.
    func handedIn(with owner: Owner, _ filing: UUID, in tx: borrowing Transaction) throws -> [FiledPaper] {
        try store.list(of: AttachmentOwner(owner.rawValue, filing), in: tx).map { file in
            FiledPaper(file: file.id, purpose: file.purpose, sha256: file.sha256, size: file.size)
        }
    }
}
