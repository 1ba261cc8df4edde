import Documents
import EvaluationDomain
import Foundation
import Kernel

/// The summary of a round's scores (评分汇总表) for the archive, A4 across, with places for signatures.
struct ScoreSummarySheet {
    let plan: PlanTerms
    let terms: ScoringTerms
    /// In the order of the totals, the highest first.
    let results: [ScoreResult]
    let candidates: [UUID: PanelCandidate]
    let occupations: [UUID: Occupation]
    let seats: Seats
    let printedAt: Date

    private static var style: DocumentStyle {
        var style = DocumentStyle.notice
        style.page = PaperPage(margins: Margins(top: 18, right: 16, bottom: 16, left: 16), foot: .pageOfPages).landscape
        style.title.size = 20
        style.title.lineHeight = 30
        style.title.spaceAfter = 4
        style.body.size = 11
        style.body.lineHeight = 17
        style.table.size = 10
        style.table.lineHeight = 14.5
        return style
    }

    /// The paper; the same results at the same instant give the same bytes.
    func document() -> PaperDocument {
        PaperDocument(
            PaperInformation(title: "\(plan.title)评分汇总表", author: plan.filing.enterpriseName, created: printedAt),
            style: Self.style,
            blocks: [
                .title("特级技师评价评分汇总表"),
                .paragraph(
                    Paragraph("\(plan.filing.enterpriseName)　　\(plan.title)", alignment: .centre, indent: 0)
                ),
                .space(3), .table(table), .space(3),
            ] + notes + [.space(5), .together([.text("评审委员签字："), .table(signatures), .space(6), .table(officers)])]
        )
    }

    private var table: Table {
        let fixed = [
            TableColumn("序号", weight: 0.6, alignment: .centre), TableColumn("姓名", weight: 1.1),
            TableColumn("部门车间", weight: 1.7), TableColumn("申报职业（工种）", weight: 1.6),
        ]
        let methods = terms.methods.map { method in
            TableColumn(
                "\(method.name)\n权重\(Self.short(method.weight)) 合格\(Self.short(method.pass))",
                weight: 1.5,
                alignment: .centre
            )
        }
        let last = [
            TableColumn("总分", weight: 0.9, alignment: .centre), TableColumn("结果", weight: 1.1, alignment: .centre),
            TableColumn("回避委员", weight: 1.3),
        ]
        return Table(
            columns: fixed + methods + last,
            texts: results.enumerated().map { index, result in
                let candidate = candidates[result.application]
                let occupation = occupations[result.application]
                let words = [occupation?.name, occupation?.specialty.map { "（\($0)）" }].compactMap(\.self).joined()
                let recused = seats.members.filter { !seats.mayJudge($0.account, result.application) }.map(\.name)
                return [String(index + 1), candidate?.name ?? "", candidate?.workshop ?? "", words]
                    + result.methods.map { method in
                        method.isAbsent ? "缺席" : Score.text(method.hundredths) + (method.isPassed ? "" : "（不合格）")
                    }
                    + [
                        Score.text(result.total), result.isPassed ? "合格" : "不合格",
                        recused.isEmpty ? "无" : recused.joined(separator: "、"),
                    ]
            }
        )
    }

    private var notes: [PaperBlock] {
        let rule =
            switch terms.aggregation {
            case .mean: "各项得分为评分委员评分的平均值"
            case .trimmedMean: "各项得分为评分委员评分去掉一个最高分和一个最低分后的平均值（不足三人评分的取平均值）"
            }
        let entered = terms.methods.filter(\.isEntered).map(\.name)
        let second = entered.isEmpty ? "" : "；\(entered.joined(separator: "、"))的成绩由人事录入、第二人复核"
        let passed = results.count(where: \.isPassed)
        return [
            "\(rule)，回避的委员不评分\(second)；总分按权重加权，四舍五入至小数点后两位。各项均达到合格线的为合格，交评审委员会表决。",
            "参加评分\(results.count)人，合格\(passed)人，不合格\(results.count - passed)人。",
        ].map { .paragraph(Paragraph($0, size: 10)) }
    }

    /// A place to sign for each member, five in a row.
    private var signatures: Table {
        let members = seats.members
        let rows = stride(from: 0, to: members.count, by: 5).map { start in
            TableRow(
                cells: (start..<start + 5).map { index in
                    guard index < members.count else { return TableCell("") }
                    let chair = members[index].account == seats.chair ? "（主任委员）" : ""
                    // Empty lines are the place to sign.
                    return TableCell("\(members[index].name)\(chair)\n \n ")
                }
            )
        }
        return Table(columns: (0..<5).map { _ in TableColumn("") }, rows: rows)
    }

    private var officers: Table {
        Table(
            columns: [TableColumn(""), TableColumn(""), TableColumn("")],
            texts: [["汇总人：", "复核人：", "监督人："], ["日期：　　年　　月　　日", "日期：　　年　　月　　日", "日期：　　年　　月　　日"]],
            lines: .none
        )
    }

    /// 60 for 60.00.
    private static func short(_ hundredths: Int) -> String {
        hundredths % 100 == 0 ? String(hundredths / 100) : Score.text(hundredths)
    }
}
