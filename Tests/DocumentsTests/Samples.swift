import Documents
import Foundation

/// Papers of the kinds the services print, made up throughout.
enum Sample: String, CaseIterable {
    case notice, receipt, answer, certificate, register

    static let created = Date(timeIntervalSince1970: 1_795_000_000)

    func document() throws -> PaperDocument {
        switch self {
        case .notice: try Self.noticeSheet()
        case .receipt: try Self.receiptPaper()
        case .answer: Self.answerPaper()
        case .certificate: try Self.certificatePaper()
        case .register: Self.registerPaper(rows: 300)
        }
    }

    static func information(_ title: String) -> PaperInformation {
        PaperInformation(title: title, author: "某市职业技能鉴定服务中心", subject: "样张", created: created)
    }

    private static func noticeSheet() throws -> PaperDocument {
        let code = try QRCode("https://notice.example.test/n/019a8d3e-7c11-7b2a-9f00-5c1f2a7d0001?site=7Q4K2M")
        let names = [
            ["1", "张伟", "炼铁厂", "一高炉车间", "高炉炼铁工", "主持炉况攻关三项，吨铁燃料比下降11 kg"],
            ["2", "王\u{2CB4E}", "炼钢厂", "连铸车间", "炼钢工", "获省级技术能手称号，带徒12人，其中4人晋升高级技师"],
            ["3", "\u{20000}明", "设备检修公司", "电气工段", "电工", "解决主传动系统疑难故障27起；获国家实用新型专利3件"],
            ["4", "欧阳\u{4DAE}·买买提", "轧钢厂", "热轧车间", "轧钢工", "完成 <薄规格> 轧制工艺 R&D,年创效860万元"],
        ]
        return PaperDocument(
            information("特级技师建议人选公示"),
            style: .notice,
            blocks: [
                .title("关于2026年特级技师建议人选的公示"),
                .text(
                    "根据《关于开展特级技师评价工作的通知》和本企业备案的工作方案，经申报、资格审核、评审委员会评审，拟确定下列"
                        + "4名同志为特级技师建议人选，现予公示，接受全体职工监督。"
                ),
                .heading("一、建议人选名单"),
                .table(
                    Table(
                        columns: [
                            TableColumn("序号", weight: 0.9, alignment: .centre), TableColumn("姓名", weight: 1.5),
                            TableColumn("单位", weight: 1.5), TableColumn("车间", weight: 1.5),
                            TableColumn("职业（工种）", weight: 1.5), TableColumn("主要业绩", weight: 4),
                        ],
                        texts: names
                    )
                ),
                .heading("二、公示期"),
                .paragraph(
                    Paragraph(spans: [
                        "自2027年2月3日起，至 ", .bold("2027年2月14日24时"), " 止，共5个工作日。逐日计算如下：",
                    ])
                ),
                .days(DayStrip(days)),
                .heading("三、异议的提出"),
                .columns([
                    PaperColumn(
                        weight: 3,
                        [
                            .text("对人选、程序有异议，或认为有人被遗漏的，可在公示期内实名或匿名提出。实名异议即时暂缓该人选的确定。"),
                            .keyValues(
                                KeyValues([
                                    KeyValue("受理部门", "纪律检查委员会办公室 李静"),
                                    KeyValue("电  话", "0000-1234567"), KeyValue("地  址", "某市某区工业大道1号办公楼305室"),
                                    KeyValue("电子邮箱", "objection@steel.example.test"),
                                ])
                            ),
                        ]
                    ),
                    PaperColumn(
                        weight: 1,
                        [.code(PrintedCode(code, side: 31, caption: "扫码查看公示、提出异议", alignment: .centre))]
                    ),
                ]),
                .signature(SignatureBlock("某某钢铁集团有限公司", date: "2027年2月3日", stamp: "")),
            ]
        )
    }

    private static let days: [DayBox] = [
        DayBox(date: "2月3日", weekday: "周三", mark: "发布", kind: .start),
        DayBox(date: "2月4日", weekday: "周四", mark: "1", kind: .counted),
        DayBox(date: "2月5日", weekday: "周五", mark: "除夕", kind: .skipped),
        DayBox(date: "2月6–7日", weekday: "周六、周日", mark: "春节", kind: .skipped),
        DayBox(date: "2月8日", weekday: "周一", mark: "春节", kind: .skipped),
        DayBox(date: "2月10日", weekday: "周三", mark: "2", kind: .counted),
        DayBox(date: "2月11日", weekday: "周四", mark: "3", kind: .counted),
        DayBox(date: "2月12日", weekday: "周五", mark: "4", kind: .counted),
        DayBox(date: "2月13日", weekday: "周六", mark: "周末", kind: .skipped),
        DayBox(date: "2月14日", weekday: "周日", mark: "5", kind: .makeUp),
    ]

    private static func receiptPaper() throws -> PaperDocument {
        PaperDocument(
            information("特级技师评价备案回执"),
            blocks: [
                .paragraph(
                    Paragraph(
                        "某市职业技能鉴定服务中心",
                        alignment: .centre,
                        size: 26,
                        isBold: true,
                        indent: 0,
                        font: .title,
                        ink: .official
                    )
                ),
                .rule(Rule(thickness: 2, ink: .official)), .space(4),
                .paragraph(Paragraph("某技鉴备〔2026〕17号", alignment: .centre, indent: 0)), .space(6),
                .title("特级技师评价备案回执"),
                .paragraph(Paragraph("某某钢铁集团有限公司：", indent: 0)),
                .text("你单位2026年11月2日提交的特级技师评价备案材料收悉。经审核，符合备案要求，现予备案。备案事项如下："),
                .keyValues(
                    KeyValues(
                        [
                            KeyValue("备案码", "Y000137160001"), KeyValue("统一社会信用代码", "91370000MA3EXAMPLE"),
                            KeyValue("评价职业", "高炉炼铁工（6-17-01-02）、电工（6-31-01-03）"),
                            KeyValue("备案有效期", "2026年11月20日至2029年11月19日"),
                        ],
                        isBoxed: true
                    )
                ),
                .space(4),
                .text("请按备案的工作方案组织评价，公示期不少于5个工作日，并及时上传评价结果。"),
                .paragraph(
                    Paragraph(spans: ["附件：工作方案（第2版），摘要 ", TextSpan(String(repeating: "9f3a7c", count: 10), size: 11)])
                ),
                .signature(SignatureBlock("某市职业技能鉴定服务中心", date: "2026年11月20日")),
            ]
        )
    }

    private static func answerPaper() -> PaperDocument {
        var document = PaperDocument(
            information("异议处理答复"),
            style: .letter,
            watermark: Watermark("仅供本人查阅2027-02-20"),
            blocks: [.title("异议处理答复书"), .paragraph(Paragraph("李静同志：", indent: 0))]
        )
        for _ in 0..<14 {
            document.blocks.append(
                .text("你于2027年2月10日实名提出的异议，我们已于当日受理，并就所反映的业绩材料真实性问题向有关车间核实，调阅了原始记录三份，询问了有关人员。")
            )
        }
        document.blocks.append(.signature(SignatureBlock("某某钢铁集团有限公司工会委员会", date: "2027年2月20日")))
        return document
    }

    private static func certificatePaper() throws -> PaperDocument {
        var style = DocumentStyle.officialPaper
        style.page.foot = nil
        style.body.lineHeight = 26
        let code = try QRCode("Y00003716000126T000001|example", correction: .quartile)
        func field(_ label: String, _ value: String, _ y: Double) -> [PaperBlock] {
            [
                .placed(Placement(x: 35, y: y, width: 30), [.paragraph(Paragraph(label, size: 12, indent: 0))]),
                .placed(
                    Placement(x: 66, y: y, width: 75),
                    [.paragraph(Paragraph(value, size: 12, indent: 0, shrinksTo: 7))]
                ),
            ]
        }
        var blocks: [PaperBlock] = [
            .placed(Placement(x: 12, y: 12, width: 186, height: 273, frame: .init(thickness: 1.5, ink: .official)), []),
            .placed(Placement(x: 14, y: 14, width: 182, height: 269, frame: .init(thickness: 0.5, ink: .official)), []),
            .placed(
                Placement(x: 20, y: 40, width: 170),
                [.paragraph(Paragraph("特级技师证书", alignment: .centre, size: 34, isBold: true, indent: 0, font: .title))]
            ),
            .placed(
                Placement(x: 150, y: 95, width: 25, height: 35, frame: .init(thickness: 0.5, ink: .grey(0.5))),
                [.image(PaperImage(Pictures.jpeg, width: 25, height: 35))]
            ),
        ]
        for (index, (label, value)) in [
            ("姓 名", "买买提吐尔逊·阿卜杜热合曼·伊敏江·库尔班·艾合买提·托合提"), ("证件类型", "居民身份证"), ("证件号码", "11010519491231002X"),
            ("职业名称", "高炉炼铁工"), ("工种/职业方向", "--"), ("职业技能等级", "特级技师"), ("证书编号", "Y00003716000126T000001"),
        ].enumerated() {
            blocks += field(label, value, 95 + Double(index) * 11)
        }
        blocks += [
            .placed(Placement(x: 35, y: 215, width: 40), [.code(PrintedCode(code, side: 32, caption: "扫码核验"))]),
            .placed(
                Placement(x: 105, y: 218, width: 75),
                [.signature(SignatureBlock("某某钢铁集团有限公司", date: "2026年12月1日"))]
            ),
        ]
        return PaperDocument(information("特级技师证书"), style: style, blocks: blocks)
    }

    /// A long table.
    static func registerPaper(rows: Int) -> PaperDocument {
        let texts = (1...rows).map { number in
            ["\(number)", "职工\(number)", "第\(number % 7)分厂", "电工", "主持技术改造\(number % 9)项，效果良好"]
        }
        var style = DocumentStyle.notice
        style.page = style.page.landscape
        style.page.head = PageLine(left: .text("人选登记表"), right: .text("2026年"), hasRule: true)
        return PaperDocument(
            information("登记表"),
            style: style,
            blocks: [
                .title("人选登记表"),
                .table(
                    Table(
                        columns: [
                            TableColumn("序号", alignment: .centre), TableColumn("姓名", weight: 2),
                            TableColumn("单位", weight: 2), TableColumn("职业", weight: 2), TableColumn("业绩", weight: 5),
                        ],
                        texts: texts
                    )
                ),
            ]
        )
    }
}
