import Documents
import EvaluationDomain
import Foundation
import Kernel

/// The paper of a determination (关于确定特级技师获评人员的决定), A4; the same content gives the same bytes.
struct DeterminationSheet {
    let content: DeterminationContent

    /// The PDF.
    ///
    /// - Throws: `UnprintableCharacter`; `DocumentError` for a fault of ours.
    func printed() throws -> [UInt8] { try document.printed() }

    /// The name it is saved under.
    var fileName: String { "获评人员决定\(content.number).pdf" }

    private var document: PaperDocument {
        PaperDocument(
            PaperInformation(
                title: title,
                author: content.enterpriseName,
                subject: content.number,
                created: content.bears.start
            ),
            style: Self.style,
            blocks: [
                .title(title),
                .paragraph(Paragraph(content.number, alignment: .centre, size: 12, indent: 0)), .space(3),
                .text(opening), .space(2), .table(table), .space(2),
            ] + remarks
                + [
                    .space(3),
                    .together([
                        .signature(
                            SignatureBlock(content.enterpriseName, date: content.bears.chinese, stamp: "盖章处")
                        ), .space(4), foot,
                    ]),
                ]
        )
    }

    private var title: String {
        "\(content.enterpriseName)\n关于\(content.isLater ? "补充" : "")确定特级技师获评人员的决定"
    }

    private var opening: String {
        let plan = "《\(content.plan)》" + (content.planVersion.map { "（第\($0)版）" } ?? "")
        let shown = "建议人选名单自\(content.publishedOn.chinese)起在本企业公示，公示期至\(content.lastDay.chinese)24时届满"
        let ground =
            content.isLater
            ? "下列人员的公示程序现已办结，没有影响其获评的事项"
            : "下列人员经公示无异议"
        return "根据\(plan)，经资格审核、评审和表决，\(shown)。\(ground)。现确定下列\(content.names.count)人为特级技师获评人员："
    }

    private var table: Table {
        let isRelaxed = content.names.contains { $0.relaxation != nil }
        let columns = [
            TableColumn("序号", weight: 0.6, alignment: .centre), TableColumn("姓名", weight: 1.1),
            TableColumn("单位、部门", weight: 2.6), TableColumn("职业（工种）", weight: 1.7),
        ]
        return Table(
            columns: isRelaxed ? columns + [TableColumn("放宽条件", weight: 1.6)] : columns,
            texts: content.names.enumerated().map { index, name in
                let occupation = name.occupation
                let cells = [
                    String(index + 1), name.name, "\(name.unit)\n\(name.workshop)",
                    "\(occupation.name)\(occupation.specialty.map { "（\($0)）" } ?? "")\n\(occupation.code)",
                ]
                return isRelaxed ? cells + [name.relaxation ?? "未放宽"] : cells
            }
        )
    }

    private var remarks: [PaperBlock] {
        let exceeded = content.exceeded.map { one in
            PaperBlock.text("\(one.occupation.name)建议人选\(one.names)人，多于岗位职数\(one.posts)个，理由：\(one.reason)。")
        }
        let authority =
            content.isSigned
            ? "本决定由\(content.authorisedBy)签署。"
            : "本决定依据\(content.authorisedBy)的授权，于\(content.isLater ? "公示程序办结" : "公示期满")时生效。"
        return exceeded + [
            .text(authority), .text("特级技师岗位的聘用另行办理。"),
        ]
    }

    private var foot: PaperBlock {
        .paragraph(
            Paragraph("公示名单摘要（SHA-256）\n\(content.listDigest)", alignment: .left, size: 8, indent: 0)
        )
    }

    private static var style: DocumentStyle {
        var style = DocumentStyle.officialPaper
        style.body.size = 14
        style.body.lineHeight = 24
        style.table.size = 11
        style.table.lineHeight = 16
        return style
    }
}
