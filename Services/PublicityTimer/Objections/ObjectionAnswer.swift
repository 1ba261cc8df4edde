import Documents
import Foundation
import Kernel
import PublicityTimerDomain

/// The written answer to somebody who objected with a name (异议处理答复书).
struct ObjectionAnswer {
    let letter: AnswerLetter
    let complaint: Complaint
    let closing: Objection.Closing
    let statement: Statement
    let objector: Objector

    /// There is no answer: it is not closed yet, or nobody gave a name.
    enum Missing: Rejection, Hashable, CaseIterable {
        case notClosed
        case anonymous

        var code: String {
            switch self {
            case .notClosed: "publicity-timer.answer-not-yet"
            case .anonymous: "publicity-timer.answer-anonymous"
            }
        }
    }

    /// The paper; the same answer gives the same bytes.
    var document: PaperDocument {
        PaperDocument(
            PaperInformation(title: Self.title, author: office, subject: noticeTitle, created: closing.at),
            style: .letter,
            blocks: [
                .title(Self.title),
                .paragraph(Paragraph("\(objector.name)：", indent: 0)),
                .text(
                    "您于\(LocalDate(in: complaint.receivedAt).chinese)就《\(noticeTitle)》提出的异议已经收悉。"
                        + "我们按照规定进行了办理，现将处理情况答复如下："
                ),
                .heading("一、异议事项"),
                .text(matter),
                .text("您反映的主要内容：\(statement.reason)"),
                .heading("二、查核情况及理由"),
                .text(closing.reason),
                .heading("三、处理结果"),
                .paragraph(Paragraph(spans: [.bold(outcome), TextSpan(consequence)])),
                .heading("四、后续途径"),
                .text(way),
                .space(10),
                .signature(SignatureBlock(office, date: LocalDate(in: closing.at).chinese)),
            ]
        )
    }

    private static let title = "异议处理答复书"

    private var noticeTitle: String { letter.noticeTitle }

    private var authority: AuthorityContact { letter.authority }

    private var office: String {
        switch complaint.addressee {
        // 某某有限公司 and 公司纪委 are written 某某有限公司纪委.
        case .enterprise:
            letter.enterpriseName.hasSuffix("公司") && letter.handlingOffice.hasPrefix("公司")
                ? letter.enterpriseName + letter.handlingOffice.dropFirst(2)
                : letter.enterpriseName + letter.handlingOffice
        case .authority: authority.name
        }
    }

    private var matter: String {
        let matter =
            switch complaint.subject {
            case .name: "对公示人选\(letter.shown ?? "")的异议。"
            case .procedure: "对评价程序的异议。"
            case .omission(let missing): "认为\(missing)应当列入建议人选名单而未列入的异议。"
            }
        return complaint.isInTime ? matter : matter + "该异议收到时公示期已经届满。"
    }

    private var outcome: String {
        switch closing.outcome {
        case .upheld: "异议成立。"
        case .dismissed: "异议不成立。"
        case .withdrawn: "您已撤回异议，本件办结。"
        case .notPursued: "所反映的情况不具体、无法查证，不再查核，本件办结。"
        }
    }

    private var consequence: String {
        guard closing.outcome == .upheld else { return "" }
        guard complaint.isInTime else { return "因公示期已届满，公示结果的效力不因本答复改变；有关情况已报告监督部门，由其依规定处理。" }
        return switch complaint.subject {
        case .name: "该人选移出本次建议人选名单。"
        case .procedure: "本次公示作废，企业应当纠正后重新公示。"
        case .omission: "已退回评价环节重新审核，审核结果由企业另行公布。"
        }
    }

    private var way: String {
        guard complaint.addressee == .enterprise else {
            return "如对本处理结果仍有异议，可以向\(authority.superior)反映。"
        }
        let reach = [
            authority.telephone.map { "电话：\($0)" }, authority.address.map { "地址：\($0)" },
        ].compactMap { $0 }
        let contact = reach.isEmpty ? "" : "（\(reach.joined(separator: "；"))）"
        return "如对本处理结果仍有异议，可以向备案机构\(authority.name)\(contact)反映，并请出示本答复书。"
    }
}
