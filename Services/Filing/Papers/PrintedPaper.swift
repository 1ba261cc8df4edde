import Documents
import FilingDomain
import Foundation
import Kernel

/// A paper of the authority as it is printed; the same content gives the same bytes.
struct PrintedPaper {
    let content: PaperContent

    /// The PDF.
    ///
    /// - Throws: `UnprintableCharacter`; `DocumentError` for a fault of ours.
    func printed() throws -> [UInt8] { try document.printed() }

    /// The name it is saved under.
    var fileName: String { "\(title).pdf" }

    var document: PaperDocument {
        PaperDocument(
            PaperInformation(
                title: title,
                author: content.office.name,
                subject: content.number.text,
                created: content.on.start
            ),
            style: Self.style,
            blocks: [
                .title(title),
                .paragraph(Paragraph(content.number.text, alignment: .right, size: 12, indent: 0)), .space(2),
            ] + text
                + [
                    .space(3), .together(contact + [.space(2), .signature(signature)]),
                ]
        )
    }

    private var contact: [PaperBlock] { content.contact.map { [.text($0)] } ?? [] }

    private var signature: SignatureBlock { SignatureBlock(content.office.name, date: content.on.chinese) }

    /// A little denser than letters, so that a receipt with a few occupations is one sheet.
    private static var style: DocumentStyle {
        var style = DocumentStyle.letter
        style.page.margins = Margins(top: 24, right: 24, bottom: 22, left: 24)
        style.body.size = 12.5
        style.body.lineHeight = 21
        style.title.spaceAfter = 8
        style.table.size = 10.5
        style.table.lineHeight = 16
        return style
    }

    private var title: String {
        switch content.kind {
        case .generalReceipt: "技能人才自主评价备案回执"
        case .specialReceipt: "特级技师评价备案回执"
        case .workPlanReceipt: "特级技师评价工作方案变更备案回执"
        case .corrections: "备案材料补正一次性告知书"
        case .refusal: "不予备案告知书"
        }
    }

    private var text: [PaperBlock] {
        switch content.kind {
        case .generalReceipt, .specialReceipt, .workPlanReceipt: receipt
        case .corrections: corrections
        case .refusal: refusal
        }
    }

    /// What the paper is about, in a sentence.
    private var subject: String {
        switch content.about {
        case .general, nil: "技能人才自主评价备案"
        case .special: "特级技师评价备案"
        case .workPlan: "特级技师评价工作方案变更备案"
        }
    }

    private var address: PaperBlock { .paragraph(Paragraph("\(content.enterprise)：", indent: 0)) }

    private var handedIn: String {
        let first = content.submittedOn.map { "于\($0.chinese)提交" } ?? "提交"
        return content.resubmittedOn.map { "\(first)、\($0.chinese)补正后重新提交" } ?? first
    }
}

// MARK: Receipts

extension PrintedPaper {
    private var receipt: [PaperBlock] {
        [
            address, .text(opening), .space(2), .keyValues(KeyValues(facts, isBoxed: true)),
        ] + scope + occupations + files + rules
    }

    private var opening: String {
        switch content.kind {
        case .generalReceipt: "你单位\(handedIn)的技能人才自主评价备案材料收悉。经审查，符合备案要求，予以备案。"
        case .specialReceipt: "你单位\(handedIn)的特级技师评价备案申请表和工作方案收悉。经审查，符合备案要求，予以备案。"
        case .workPlanReceipt, .corrections, .refusal:
            "你单位\(handedIn)的特级技师评价工作方案变更材料收悉。经审查，予以备案，新工作方案自即日起施行。"
        }
    }

    private var facts: [KeyValue] {
        var facts = [KeyValue("企业名称", content.enterprise), KeyValue("统一社会信用代码", content.creditCode)]
        if let code = content.agencyCode { facts.append(KeyValue("备案码", code.text)) }
        if let term = content.term {
            facts.append(KeyValue("有效期", "\(term.from.chinese)至\(term.through.chinese)"))
        }
        if let plan = content.workPlan { facts.append(KeyValue("工作方案", "第\(plan.version)版")) }
        if let old = content.replaces { facts.append(KeyValue("原工作方案", "第\(old)版，停止施行")) }
        if let reason = content.reason, !reason.isEmpty { facts.append(KeyValue("变更理由", reason)) }
        if let plan = content.workPlan {
            let digest = Paragraph(plan.digest.grouped, alignment: .left, size: 9, shrinksTo: 7)
            facts.append(KeyValue("方案摘要（SHA-256）", digest))
        }
        return facts + [KeyValue("备案日期", content.on.chinese), KeyValue("备案机构", office)]
    }

    private var office: String {
        content.office.reach.isEmpty
            ? content.office.name : "\(content.office.name)（\(content.office.reach.joined(separator: "；"))）"
    }

    private var scope: [PaperBlock] {
        guard let scope = content.scope else { return [] }
        let outside = scope.outside.map {
            "\($0.occupation.name)\($0.occupation.specialty.map { "（\($0)）" } ?? "")：\($0.chinese.inFullWidth)"
        }
        return [
            .space(2),
            .paragraph(
                Paragraph(
                    spans: [
                        .bold("备案范围说明："),
                        TextSpan("\(outside.joined(separator: "；"))。经审查予以备案，理由：\(scope.reason.inFullWidth.ended)"),
                    ]
                )
            ),
        ]
    }

    private var occupations: [PaperBlock] {
        guard !content.occupations.isEmpty else { return [] }
        let editions = Set(content.occupations.map(\.occupation.edition))
        let edition = editions.count == 1 ? editions.first.map { "\n（\($0)年版）" } ?? "" : ""
        let rows = content.occupations.enumerated().map { index, filed in
            [
                String(index + 1), filed.occupation.name, filed.occupation.specialty ?? "--",
                edition.isEmpty
                    ? "\(filed.occupation.code)\n（\(filed.occupation.edition)年版）" : filed.occupation.code,
                filed.levels.map(\.chinese).joined(separator: "、"),
            ]
        }
        return [
            .space(3),
            .table(
                Table(
                    columns: [
                        TableColumn("序号", weight: 0.6, alignment: .centre), TableColumn("职业", weight: 1.3),
                        TableColumn("工种", weight: 1.3), TableColumn("职业编码\(edition)", weight: 1.9),
                        TableColumn("等级", weight: 2.6),
                    ],
                    texts: rows
                )
            ),
        ]
    }

    private var files: [PaperBlock] {
        guard !content.attachments.isEmpty else { return [] }
        let lines = content.attachments.enumerated().map { index, file in
            "\(index + 1). \(FilingFiles.chinese(file.purpose))  \(file.sha256.grouped)"
        }
        return [
            .space(3),
            .paragraph(
                Paragraph(
                    "随附材料\(lines.count)件（按内容摘要 SHA-256 核对）：\n\(lines.joined(separator: "\n"))",
                    alignment: .left,
                    size: 8.5,
                    indent: 0
                )
            ),
        ]
    }

    private var rules: [PaperBlock] {
        switch content.kind {
        case .generalReceipt: [.space(3), .text("请在备案的职业（工种）、等级和有效期内开展评价；备案码是证书编号的前13位。")]
        case .specialReceipt: [.space(3), .text("请按备案的工作方案开展特级技师评价；方案有变更的，应当先行变更备案。按照“谁评价、谁发证、谁负责”的原则承担主体责任。")]
        case .workPlanReceipt, .corrections, .refusal: []
        }
    }
}

// MARK: Notices

extension PrintedPaper {
    private var corrections: [PaperBlock] {
        [
            address,
            .text("你单位\(handedIn)的\(subject)材料收悉。经审查，下列\(content.requests.count)项内容需要补正，现一次性告知："),
            .space(2),
            .table(
                Table(
                    columns: [
                        TableColumn("序号", weight: 0.5, alignment: .centre), TableColumn("补正位置", weight: 1.5),
                        TableColumn("需要补正的内容及理由", weight: 3.4),
                    ],
                    texts: content.requests.map { [String($0.number), $0.place, $0.reason] }
                )
            ),
            .space(3), .text("请逐项补正后重新提交；可以对每一项按序号作出说明。除以上内容外，不再要求补正其他材料。"),
            .text("补正期间停止计算承诺时限，自重新提交之日的次日起继续计算\(clock)。"),
        ]
    }

    private var clock: String {
        guard let used = content.usedDays, let left = content.leftDays else { return "" }
        return left >= 0 ? "（已用\(used)个工作日，尚余\(left)个工作日）" : "（已用\(used)个工作日，已超过承诺时限\(-left)个工作日）"
    }

    private var refusal: [PaperBlock] {
        [address, .text("你单位\(handedIn)的\(subject)材料收悉。经审查，不予备案，理由如下：")]
            + content.reasons.enumerated().map { index, reason in
                .text(content.reasons.count == 1 ? reason.ended : "\(index + 1)．\(reason.ended)")
            } + [
                .space(2), .text("有关问题解决后，可以重新提交备案。对本告知有异议的，可以向\(office)陈述意见。"),
            ]
    }
}

extension String {
    /// A digest in groups of eight, so that it can be read and wrapped.
    fileprivate var grouped: String {
        var rest = Substring(self)
        var groups: [Substring] = []
        while !rest.isEmpty {
            groups.append(rest.prefix(8))
            rest = rest.dropFirst(8)
        }
        return groups.joined(separator: " ")
    }

    /// With a full stop where no mark ends it.
    fileprivate var ended: String { last.map { "。；！？.;!?".contains($0) } ?? true ? self : "\(self)。" }

    /// With the marks of Chinese print.
    fileprivate var inFullWidth: String {
        replacing(",", with: "，").replacing(";", with: "；").replacing("(", with: "（").replacing(")", with: "）")
    }
}
