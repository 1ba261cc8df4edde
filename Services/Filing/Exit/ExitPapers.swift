import Documents
import FilingDomain
import Foundation
import Kernel

/// The papers of an exit case, made from what was stored when they were written; the same case gives the same bytes.
enum ExitPapers {
    /// The written notice before a decision (事先告知书).
    static func notice(_ notice: ExitFile.Notice, of file: ExitFile, hearingDays: Int) -> PaperDocument {
        let title = "\(notice.intended.matter(of: file.kind))事先告知书"
        return paper(
            title,
            notice.number,
            notice.ends,
            on: notice.on,
            [
                .text("经调查，你单位\(file.kind.chinese)存在下列情形，本局拟作出\(notice.intended.chinese)的决定。现依法告知如下："),
                .heading("一、事实"),
                .text(notice.facts),
                .heading("二、理由"),
                .text(notice.reasons),
                .heading("三、依据"),
                .text(notice.basis),
                .heading("四、你单位享有的权利"),
                .text("你单位有权进行陈述和申辩。陈述和申辩可以书面提出，也可以通过备案系统提交。"),
                .text(
                    "你单位有权要求听证。要求听证的，应当在收到本告知书之日起\(hearingDays)个工作日内提出"
                        + "（收到当日不计入）；逾期未提出的，视为放弃听证。本局不因你单位陈述、申辩或者要求听证而作出对你单位更为不利的决定。"
                ),
                .text(reach(notice.ends)),
            ]
        )
    }

    /// The decision (决定书).
    static func decision(_ decision: ExitDecision, of file: ExitFile) -> PaperDocument {
        var blocks: [PaperBlock] = []
        if let notice = file.notice {
            blocks.append(
                .text("本局于\(notice.on.chinese)以\(notice.number.text)向你单位告知了拟作决定的事实、理由、依据和你单位享有的权利。")
            )
        }
        let facts = file.notice?.facts ?? file.proposal.facts
        blocks += [.heading("一、事实"), .text(facts), .heading("二、理由"), .text(decision.reasons)]
        blocks += [.heading("三、对陈述、申辩意见的答复"), .text(heard(decision, file)), .heading("四、依据")]
        blocks += [.text(decision.basis), .heading("五、决定")]
        blocks.append(.paragraph(Paragraph(spans: [.bold(result(decision, of: file))])))
        if let consequences = decision.consequences {
            blocks += [.heading("六、有关事项的处理")]
            blocks += consequences.sentences.map(PaperBlock.text)
        }
        blocks.append(
            .text("如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼。")
        )
        blocks.append(.text(reach(decision.ends)))
        let title = decision.outcome == .keep ? "不予取消备案决定书" : "\(decision.outcome.matter(of: file.kind))决定书"
        return paper(title, decision.number, decision.ends, on: decision.on, blocks)
    }

    /// The set-aside of a decision (撤销决定书).
    static func undoing(_ undoing: Undoing, of decision: ExitDecision, _ file: ExitFile) -> PaperDocument {
        paper(
            "撤销\(decision.outcome.matter(of: file.kind))决定的决定书",
            undoing.number,
            undoing.ends,
            on: undoing.on,
            [
                .text("本局于\(decision.on.chinese)作出\(decision.number.text)决定。经复查，该决定应予撤销，理由如下："),
                .text(undoing.reasons),
                .paragraph(Paragraph(spans: [.bold("现决定：撤销\(decision.number.text)决定。")])),
                .text("自本决定作出之日起，你单位\(file.kind.chinese)恢复至原决定作出前的状态；已公开的原决定信息将在三个工作日内撤下。"),
                .text(reach(undoing.ends)),
            ]
        )
    }

    private static func paper(
        _ title: String,
        _ number: DocumentNumber,
        _ ends: Ends,
        on day: LocalDate,
        _ blocks: [PaperBlock]
    ) -> PaperDocument {
        PaperDocument(
            PaperInformation(title: title, author: ends.bureau, subject: number.text, created: day.start),
            style: .letter,
            blocks: [
                .title(title),
                .paragraph(Paragraph(number.text, alignment: .centre, indent: 0)),
                .space(4),
                .paragraph(Paragraph("\(ends.addressee)：", indent: 0)),
            ] + blocks + [
                .space(10),
                .signature(SignatureBlock(ends.bureau, date: day.chinese)),
            ]
        )
    }

    private static func heard(_ decision: ExitDecision, _ file: ExitFile) -> String {
        if let answer = decision.answer { return answer }
        return file.service == nil ? "作出本决定前未向你单位作出告知。" : "你单位在规定期限内未提出陈述、申辩意见，也未要求听证。"
    }

    private static func result(_ decision: ExitDecision, of file: ExitFile) -> String {
        switch decision.outcome {
        case .cancel: return "取消你单位\(file.kind.chinese)资格。"
        case .suspend:
            let end = decision.suspendedThrough.map { "至\($0.chinese)止" } ?? "至本局解除时止"
            return "暂停你单位\(file.kind.chinese)，自\(decision.on.chinese)起\(end)。"
        case .keep: return "不予取消你单位\(file.kind.chinese)资格。"
        }
    }

    private static func reach(_ ends: Ends) -> String {
        let ways = [ends.telephone.map { "电话：\($0)" }, ends.address.map { "地址：\($0)" }].compactMap { $0 }
        return "联系部门：\(ends.bureau)\(ends.section)" + (ways.isEmpty ? "。" : "（\(ways.joined(separator: "；"))）。")
    }
}

extension FilingKind {
    /// The filing in words.
    var chinese: String {
        switch self {
        case .general: "技能人才自主评价备案"
        case .special: "特级技师评价备案"
        }
    }
}

extension ExitOutcome {
    /// The outcome in words.
    var chinese: String {
        switch self {
        case .cancel: "取消备案资格"
        case .suspend: "暂停备案"
        case .keep: "不予取消"
        }
    }

    /// The matter of a paper about a filing.
    func matter(of kind: FilingKind) -> String {
        switch self {
        case .cancel: "取消\(kind.chinese)资格"
        case .suspend: "暂停\(kind.chinese)"
        case .keep: "不予取消\(kind.chinese)资格"
        }
    }
}

extension Consequences {
    /// What becomes of each class, a sentence each.
    var sentences: [String] {
        [
            rounds == .freeze ? "1. 正在进行的评价批次即时中止，恢复前不得受理申报、评审和提出建议人选。" : "1. 正在进行的评价批次可以按原方案完成，不得开始新的批次。",
            notices == .freeze ? "2. 正在公示的名单按期公示至届满，恢复前不得据此确定获评人员。" : "2. 正在公示的名单按期公示，公示后照常确定获评人员。",
            unissued == .freeze ? "3. 已确定而尚未颁发证书的人员，恢复前不予审核、编号和颁证。" : "3. 已确定而尚未颁发证书的人员，照常审核、编号和颁证。",
            issued == .stay ? "4. 已颁发的证书继续有效。" : "4. 已颁发的证书在此期间暂停使用。",
            appointments == .stay ? "5. 已聘用人员的聘用和待遇不受影响。" : "5. 已聘用人员的聘用由你单位复核，复核期间待遇不变。",
        ]
    }
}
