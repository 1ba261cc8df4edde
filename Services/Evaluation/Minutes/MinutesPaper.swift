import Documents
import EvaluationDomain
import Foundation
import Kernel

/// The minutes of a review (评审纪要) as they are printed; the same vote gives the same bytes.
struct MinutesPaper {
    let content: MinutesContent

    /// The PDF.
    ///
    /// - Throws: `UnprintableCharacter`; `DocumentError` for a fault of ours.
    func printed() throws -> [UInt8] { try document.printed() }

    private var poll: Poll { content.poll }

    var document: PaperDocument {
        PaperDocument(
            PaperInformation(
                title: "评审纪要",
                author: content.enterprise,
                subject: content.title,
                created: content.at
            ),
            style: Self.style,
            blocks: [.title("\(content.enterprise)\n特级技师评审纪要")] + facts + attendance + recusals + methods + results
                + named + opinions + earlier + seal + signatures
        )
    }

    private static var style: DocumentStyle {
        var style = DocumentStyle.letter
        style.page.margins = Margins(top: 22, right: 22, bottom: 22, left: 22)
        style.body.size = 11.5
        style.body.lineHeight = 19
        style.title.spaceAfter = 8
        style.table.size = 10
        style.table.lineHeight = 15.5
        return style
    }

    private var facts: [PaperBlock] {
        var rows = [KeyValue("批次", content.title), KeyValue("实施方案依据", content.decision)]
        rows.append(KeyValue("评审组织", content.organisation))
        rows.append(KeyValue("表决", "第\(poll.attempt)次，\(poll.rule.ballot == .secret ? "无记名" : "记名")投票"))
        if let electorate = poll.electorate {
            rows.append(KeyValue("投票时间", "\(Self.time(electorate.openedAt))起，截止\(Self.time(electorate.closesAt))"))
        }
        for longer in poll.extensions ?? [] {
            let stood = "\(Self.time(longer.from))至\(Self.time(longer.through))"
            rows.append(KeyValue("截止顺延", "因备案暂停，\(stood)中止表决，截止时间顺延至\(Self.time(longer.closesAt))"))
        }
        rows.append(KeyValue("法定人数", quorum))
        rows.append(KeyValue("通过标准", "到会且不回避的委员\(poll.rule.passing.chinese)以上同意；弃权计入到会，不计入同意；不得委托投票"))
        if let countedAt = poll.countedAt { rows.append(KeyValue("计票时间", Self.time(countedAt))) }
        if let failure = poll.failure { rows.append(KeyValue("表决结果", failure.chinese)) }
        if let annulment = poll.annulment {
            rows.append(KeyValue("表决结果", "\(Self.time(annulment.at))作废，理由：\(annulment.reason)"))
        }
        return [.keyValues(KeyValues(rows, isBoxed: true))]
    }

    private var quorum: String {
        let (seats, present) = (poll.seats, poll.present.count)
        let isMet = present >= poll.quorum
        return "应到\(seats)人，须到会\(poll.quorum)人（\(poll.rule.quorum.chinese)），实到\(present)人，\(isMet ? "达到" : "未达到")法定人数"
    }

    private var attendance: [PaperBlock] {
        let present = Dictionary(poll.present.map { ($0.account, $0.at) }, uniquingKeysWith: { $1 })
        let voted = Set(poll.voted)
        return [
            .space(3), .heading("一、到会情况"),
            .table(
                Table(
                    columns: [
                        TableColumn("序号", weight: 0.5, alignment: .centre), TableColumn("委员", weight: 1.1),
                        TableColumn("单位", weight: 2), TableColumn("签到时间", weight: 1.9),
                        TableColumn("投票", weight: 0.8, alignment: .centre),
                    ],
                    texts: (poll.electorate?.electors ?? []).enumerated().map { index, elector in
                        [
                            String(index + 1), elector.name, elector.unit,
                            present[elector.account].map(Self.time) ?? "未到会",
                            voted.contains(elector.account) ? "已投票" : "未投票",
                        ]
                    }
                )
            ),
        ]
    }

    private var recusals: [PaperBlock] {
        let lines = (poll.electorate?.electors ?? []).filter { !$0.recusedFrom.isEmpty }.map { elector in
            "\(elector.name)回避：\(elector.recusedFrom.map { content.recusal(of: elector.account, from: $0) }.joined(separator: "、"))"
        }
        return [.space(3), .heading("二、回避和替换")]
            + (lines + content.panelNotes + (lines.isEmpty && content.panelNotes.isEmpty ? ["无。"] : [])).map {
                .text($0)
            }
    }

    private var methods: [PaperBlock] {
        let methods = content.methods.map { "\($0.name)（权重\(Self.number($0.weight))，合格线\(Self.number($0.passMark))）" }
        return [
            .space(3), .heading("三、评审方法和评分"), .text("评审方法：\(methods.joined(separator: "；"))。"),
        ] + scores
    }

    private var scores: [PaperBlock] {
        guard !content.scores.isEmpty else { return [.text("各方法的评分未在本系统登记。")] }
        let columns = content.methods.map { TableColumn($0.name, weight: 1, alignment: .centre) }
        return [
            .table(
                Table(
                    columns: [TableColumn("申报人", weight: 1.3)] + columns + [
                        TableColumn("总分", weight: 0.8, alignment: .centre),
                        TableColumn("结果", weight: 0.8, alignment: .centre),
                    ],
                    texts: content.scores.map { score in
                        [content.name(of: score.application)]
                            + score.methods.map { $0.isAbsent ? "缺席" : Score.text($0.hundredths) }
                            + [Score.text(score.total), score.isPassed ? "合格" : "不合格"]
                    }
                )
            )
        ]
    }

    private var results: [PaperBlock] {
        guard let result = poll.result else { return [] }
        return [
            .space(3), .heading("四、表决结果"),
            .table(
                Table(
                    columns: [
                        TableColumn("序号", weight: 0.5, alignment: .centre), TableColumn("候选人", weight: 1.3),
                        TableColumn("同意", weight: 0.6, alignment: .centre),
                        TableColumn("反对", weight: 0.6, alignment: .centre),
                        TableColumn("弃权", weight: 0.6, alignment: .centre),
                        TableColumn("回避", weight: 0.6, alignment: .centre),
                        TableColumn("到会可表决", weight: 1, alignment: .centre),
                        TableColumn("结果", weight: 0.8, alignment: .centre),
                    ],
                    texts: result.tallies.enumerated().map { index, tally in
                        [
                            String(index + 1), content.name(of: tally.application), String(tally.approvals),
                            String(tally.refusals), String(tally.abstentions ?? 0), String(tally.recusals),
                            String(tally.present ?? 0), tally.isApproved ? "通过" : "未通过",
                        ]
                    }
                )
            ),
        ]
    }

    private var named: [PaperBlock] {
        guard let result = poll.result, let named = result.named else { return [] }
        let candidates = result.tallies.map { content.name(of: $0.application) }
        return [
            .space(2), .text("记名投票情况："),
            .table(
                Table(
                    columns: [TableColumn("委员", weight: 1), TableColumn("表决", weight: 4)],
                    texts: named.map { ballot in
                        let choices = zip(candidates, ballot.marks).map { name, mark in
                            "\(name) \(Choice.allCases.first { $0.mark == mark }?.chinese ?? "回避")"
                        }
                        let member = poll.electorate?.elector(ballot.member)?.name ?? ballot.member
                        return [member, choices.joined(separator: "；")]
                    }
                )
            ),
        ]
    }

    private var opinions: [PaperBlock] {
        guard let result = poll.result else { return [] }
        let lines = result.opinions.enumerated().map { index, opinion in
            let about = opinion.application.map { "关于\(content.name(of: $0))：" } ?? ""
            let member = opinion.member.flatMap { poll.electorate?.elector($0)?.name }.map { "（\($0)）" } ?? ""
            return "\(index + 1)．\(about)\(opinion.text)\(member)"
        }
        return [.space(3), .heading("五、少数意见")] + (lines.isEmpty ? ["无。"] : lines).map { .text($0) }
    }

    private var earlier: [PaperBlock] {
        let lines = content.earlier.map { poll in
            let outcome = poll.failure?.chinese ?? poll.annulment.map { "作废，理由：\($0.reason)" } ?? "未计票"
            return "第\(poll.attempt)次表决：\(outcome)。"
        }
        return lines.isEmpty ? [] : [.space(3), .heading("此前的表决")] + lines.map { .text($0) }
    }

    private var seal: [PaperBlock] {
        let officers = poll.rule.openingOfficers.map { officer in
            officer.name + (officer.standIn.map { "（候补\($0.name)）" } ?? "")
        }.joined(separator: "、")
        var rows = [KeyValue("开票人员", officers)]
        for one in poll.replacements ?? [] {
            let day = LocalDate(in: one.at).chinese
            rows.append(KeyValue("更换开票人员", "\(day)\(one.left.name)由\(one.officer.name)接替，理由：\(one.reason)"))
        }
        for one in poll.standingIn ?? [] {
            rows.append(
                KeyValue("代为开票", "\(Self.time(one.at))由候补人员\(one.standIn.name)代\(one.officer)开票，理由：\(one.reason)")
            )
        }
        if let box = poll.box {
            rows.append(KeyValue("封存票箱", "\(box.ballots)票，\(Self.time(box.at))封存"))
            rows.append(
                KeyValue("票箱摘要（SHA-256）", Paragraph(Self.grouped(box.digest), alignment: .left, size: 9, shrinksTo: 7))
            )
        }
        if let peel = poll.peel {
            let receipts = peel.fingerprints.map(VoteBox.receipt).joined(separator: "  ")
            rows.append(KeyValue("回执码", Paragraph(receipts, alignment: .left, size: 9)))
        }
        return [.space(3), .heading("六、票箱"), .keyValues(KeyValues(rows, isBoxed: true))]
    }

    private var signatures: [PaperBlock] {
        let members = (poll.electorate?.electors ?? []).filter { elector in
            poll.present.contains { $0.account == elector.account }
        }
        // Who opened signs, not whose place they took.
        let openers = poll.rule.openingOfficers.map { officer in
            poll.standingIn?.first { $0.standIn == officer.standIn }?.standIn.name ?? officer.name
        }
        let names = members.map { "\($0.name)：" } + openers.map { "开票人员\($0)：" }
        let rows = stride(from: 0, to: names.count, by: 2).map { place in
            TableRow(cells: [
                TableCell(names[place] + "\n"), TableCell(place + 1 < names.count ? names[place + 1] + "\n" : ""),
            ])
        }
        return [
            .space(4),
            .together([
                .heading("七、签字"),
                .table(Table(columns: [TableColumn(""), TableColumn("")], rows: rows)), .space(2),
                .signature(SignatureBlock(content.enterprise, date: LocalDate(in: content.at).chinese)),
            ]),
        ]
    }

    /// A day and a time of it, as papers write them.
    static func time(_ instant: Date) -> String {
        let day = LocalDate(in: instant)
        let minutes = Int(instant.timeIntervalSince(day.start)) / 60
        let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        // The end of a day is 24:00 of it, not 0:00 of the next.
        if minutes == 0 { return "\(LocalDate(in: instant.addingTimeInterval(-1)).chinese)24:00" }
        return "\(day.chinese)\(clock)"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    private static func grouped(_ digest: String) -> String {
        var (rest, groups) = (Substring(digest), [Substring]())
        while !rest.isEmpty {
            groups.append(rest.prefix(8))
            rest = rest.dropFirst(8)
        }
        return groups.joined(separator: " ")
    }
}
