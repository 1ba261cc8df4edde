import Documents
import EvaluationDomain
import Foundation
import Kernel

/// The schedule of defences for the door (答辩安排表), A4, a page for each sitting.
struct DefenceSheet {
    let terms: PlanTerms
    let programme: Defence.Programme
    let candidates: [UUID: PanelCandidate]
    let printedAt: Date

    /// The paper; the same schedule at the same instant gives the same bytes.
    func document() -> PaperDocument {
        let method = terms.methods.indices.contains(programme.method) ? terms.methods[programme.method].name : ""
        var blocks: [PaperBlock] = []
        let sessions = programme.sessions.sorted { left, right in
            (left.day, left.span?.from.minutes ?? 0) < (right.day, right.span?.from.minutes ?? 0)
        }
        for (index, session) in sessions.enumerated() {
            if index > 0 { blocks.append(.pageBreak) }
            blocks += page(session, method: method, number: index + 1, of: sessions.count)
        }
        return PaperDocument(
            PaperInformation(
                title: "\(terms.title)\(method)安排",
                author: terms.filing.enterpriseName,
                created: printedAt
            ),
            style: .notice,
            blocks: blocks
        )
    }

    private func page(_ session: DefenceSession, method: String, number: Int, of count: Int) -> [PaperBlock] {
        let span = session.span.map { "\($0.from)至\($0.through)" } ?? ""
        var blocks: [PaperBlock] = [
            .title("特级技师评价\(method)安排"),
            .paragraph(Paragraph(terms.filing.enterpriseName, alignment: .centre, indent: 0)),
            .paragraph(Paragraph(terms.title, alignment: .centre, size: 11, indent: 0)),
            .space(4),
            .keyValues(
                KeyValues(
                    [
                        KeyValue(
                            "日期",
                            Paragraph(spans: [.bold("\(session.day.chinese)（\(session.day.weekday.chinese)）")])
                        ),
                        KeyValue("时间", span),
                        KeyValue("地点", Paragraph(spans: [.bold(session.place)])),
                        KeyValue("场次", "第\(number)场，共\(count)场；本场\(session.slots.count)人"),
                    ],
                    isBoxed: true
                )
            ),
            .space(4), .table(table(session)), .space(4),
        ]
        blocks += [
            "请提前20分钟到场候考，携带有效身份证件；迟到或未到场的，由工作人员记录在案。",
            programme.draw == nil ? "答辩次序由企业安排。" : "答辩次序由抽签产生，监督人：\(programme.draw?.witness ?? "")。",
            "答辩人与评审委员同班组、有上下级、师徒或亲属关系的，该委员不参加对其评审；认为委员应当回避的，请在答辩开始前提出。",
        ].map { .paragraph(Paragraph($0, size: 11)) }
        return blocks
    }

    private func table(_ session: DefenceSession) -> Table {
        Table(
            columns: [
                TableColumn("次序", weight: 0.7, alignment: .centre),
                TableColumn("时间", weight: 1.4, alignment: .centre),
                TableColumn("姓名", weight: 1.2), TableColumn("单位、部门", weight: 3.2),
                TableColumn("签到", weight: 1.4),
            ],
            texts: session.slots.enumerated().map { index, slot in
                let candidate = candidates[slot.application]
                return [
                    String(index + 1), "\(slot.from)–\(slot.through)", candidate?.name ?? "",
                    [candidate?.unit, candidate?.workshop].compactMap(\.self).joined(separator: "\n"), "",
                ]
            }
        )
    }
}
