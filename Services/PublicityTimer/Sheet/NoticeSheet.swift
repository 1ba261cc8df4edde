import Documents
import Foundation
import Kernel
import PublicityTimerDomain

/// A notice as a sheet for notice boards (公示单), A4.
///
/// The same notice and code give the same bytes.
struct NoticeSheet {
    let notice: Notice
    let display: Display
    let authority: AuthorityContact
    let suggestions: SuggestionContact
    let policy: ObjectionPolicy
    /// What the QR code leads to.
    let address: String
    let code: SiteCode

    /// A little smaller than other notices, so that a short list is one sheet.
    private static var style: DocumentStyle {
        var style = DocumentStyle.notice
        style.page.margins = Margins(top: 15, right: 18, bottom: 15, left: 18)
        style.title.spaceAfter = 8
        style.headings[0].size = 13
        style.headings[0].lineHeight = 20
        style.headings[0].spaceBefore = 4
        style.body.size = 11.5
        style.body.lineHeight = 17.5
        style.table.size = 10.5
        style.table.lineHeight = 15
        return style
    }

    /// The paper.
    ///
    /// - Throws: `DocumentError` where the address does not fit a QR code.
    func document() throws(DocumentError) -> PaperDocument {
        let (posting, period) = (display.posting, display.posting.period)
        let title = posting.title.withoutPersonalNumbers
        return PaperDocument(
            PaperInformation(
                title: title,
                author: posting.enterpriseName,
                subject: "名单摘要 \(posting.listDigest)",
                created: posting.publishedAt
            ),
            style: Self.style,
            blocks: [
                .title(title), try head(period), .space(3),
                .heading("一、建议人选名单（共\(rows.count)人）"), .table(table),
            ] + exceeded + [
                .heading("二、公示期的计算"), .days(DayStrip(ShownDay.strip(of: period).map(\.box))),
                .paragraph(Paragraph(period.chinese.inFullWidth, size: 9.5)),
            ] + ownPeriods + [
                .heading("三、异议的提出"), .text(objecting(period)),
            ] + offices + [
                .paragraph(Paragraph(spans: [.bold("实名提出："), TextSpan(PolicyModel(policy).realName)], size: 9.5)),
                .paragraph(Paragraph(spans: [.bold("匿名提出："), TextSpan(PolicyModel(policy).anonymous)], size: 9.5)),
                .heading("四、问题及建议"), .text(suggesting), .space(4), .together([foot(posting)]),
            ]
        )
    }

    private var rows: [ShownNameModel] { ShownNameModel.rows(of: notice) }

    private func opening(_ period: PublicityPeriod) -> String {
        "经评审，\(display.posting.enterpriseName)提出特级技师建议人选\(rows.count)人，现予公示，接受职工监督。"
            + "公示期内对名单或评价程序有异议的，请按下列方式提出。"
    }

    private func facts(_ period: PublicityPeriod) -> KeyValues {
        let extra = period.extraDays > 0 ? "，另因公示中断延长\(period.extraDays)个工作日" : ""
        let provisional = period.authority == .provisional ? "（暂定）" : ""
        return KeyValues(
            [
                KeyValue("公示开始", "\(period.publishedOn.chinese)（当日不计入）"),
                KeyValue("公示截止", Paragraph(spans: [.bold(period.endInWords + provisional)])),
                KeyValue("公示期", "\(period.requiredDays)个工作日\(extra)"),
            ],
            isBoxed: true
        )
    }

    private var table: Table {
        let isRelaxed = rows.contains { $0.relaxation != nil }
        let columns = [
            TableColumn("序号", weight: 0.7, alignment: .centre), TableColumn("姓名", weight: 1.0),
            TableColumn("单位、部门", weight: 2.25), TableColumn("职业（工种）", weight: 1.45),
            TableColumn("主要业绩", weight: isRelaxed ? 2.4 : 3.4),
        ]
        return Table(
            columns: isRelaxed ? columns + [TableColumn("放宽条件", weight: 1.4)] : columns,
            texts: rows.map { row in
                let own = row.ownPeriod.map { "\n（\($0)）" } ?? ""
                let cells = [
                    String(row.number), row.isNamesake ? "\(row.name)\n（同名）" : row.name,
                    "\(row.unit)\n\(row.workshop)", "\(row.occupation)\n\(row.occupationCode)", row.merits + own,
                ]
                return isRelaxed ? cells + [row.relaxation ?? "未放宽"] : cells
            }
        )
    }

    private var exceeded: [PaperBlock] {
        (display.posting.postsExceeded ?? []).map {
            .paragraph(Paragraph($0.withoutPersonalNumbers.inFullWidth + "。", size: 9.5))
        }
    }

    private var ownPeriods: [PaperBlock] {
        rows.filter(\.hasOwnDays).flatMap { row in
            [
                .heading("\(row.name)（\(row.workshop)）：\(row.ownPeriod ?? "")", level: 2),
                PaperBlock.days(DayStrip(row.ownDays.map(\.box), hasLegend: false)),
            ]
        }
    }

    private func objecting(_ period: PublicityPeriod) -> String {
        "任何职工都可以在\(period.lastDay.chinese)24时前，就某一人选、评价程序或应列入而未列入的人员提出异议，说明理由并提供线索或证据。"
            + "可以扫描二维码在网页上填写，也可以书面、电话、邮件或当面提出，以受理部门收到的时间为准。受理部门由提出人选择："
    }

    private var offices: [PaperBlock] {
        [("企业异议受理部门", OfficeModel(display.posting)), ("备案机构", OfficeModel(authority))].map { label, office in
            .paragraph(Paragraph(spans: [.bold("\(label)："), TextSpan(office.inWords)]))
        }
    }

    private var suggesting: String {
        "对特级技师岗位试行工作有问题或建议的，请与\(OfficeModel(suggestions).inWords)联系。"
    }

    /// What it is about at the left, the code of the page at the right, where people stand and scan it.
    private func head(_ period: PublicityPeriod) throws(DocumentError) -> PaperBlock {
        let qr = PrintedCode(try QRCode(address), side: 31, caption: "扫码查看、提出异议", alignment: .centre)
        let code = TextSpan(self.code.text, isBold: true, size: 12)
        return .columns([
            PaperColumn(weight: 3.6, [.text(opening(period)), .space(2), .keyValues(facts(period))]),
            PaperColumn(
                weight: 1,
                [
                    .code(qr),
                    .paragraph(Paragraph(spans: ["公示码 ", code], alignment: .centre, size: 9.5, indent: 0)),
                ]
            ),
        ])
    }

    /// What the sheet can be checked by at the left, the stamp at the right.
    private func foot(_ posting: Posting) -> PaperBlock {
        let versions = "名单摘要（SHA-256）\n\(posting.listDigest)\n日历版本\n\(posting.period.calendarVersion)"
        let signature = SignatureBlock(
            posting.enterpriseName,
            date: posting.period.publishedOn.chinese,
            stamp: "盖章处"
        )
        return .columns([
            PaperColumn(weight: 1.3, [.paragraph(Paragraph(versions, alignment: .left, size: 8, indent: 0))]),
            PaperColumn(weight: 1, [.signature(signature)]),
        ])
    }
}

extension OfficeModel {
    /// The office with how to reach it, in one sentence's part.
    fileprivate var inWords: String {
        let parts = [
            sections.map { "联系科室：\($0)" }, person.map { "联系人：\($0)" }, telephone.map { "电话：\($0)" },
            address.map { "地址：\($0)" }, email.map { "电子邮箱：\($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? name : "\(name)（\(parts.joined(separator: "；"))）"
    }
}

extension ShownDay {
    /// The day as a box on paper.
    fileprivate var box: DayBox {
        let weekday = [self.weekday, kind == .makeUp ? "调休" : nil, isProvisional ? "暂定" : nil].compactMap { $0 }
        return DayBox(
            date: date,
            weekday: weekday.joined(separator: " "),
            mark: number ?? reason ?? "",
            kind: paperKind
        )
    }

    private var paperKind: DayBox.Kind {
        switch kind {
        case .start: .start
        case .counted: .counted
        case .makeUp: .makeUp
        case .skipped, .kept: .skipped
        }
    }
}
