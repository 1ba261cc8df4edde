import Documents
import Foundation

/// A sheet that says as much as a certificate, at the same places, in one TrueType font.
struct CertificateSheet {
    let font: String
    let photo: [UInt8]
    let hasCodes: Bool

    /// The sheet of a holder by number; `sheet.py` says the same.
    func document(_ index: Int) throws -> PaperDocument {
        let number = "Y00003716000126T" + String(format: "%06d", index)
        var style = DocumentStyle.letter
        style.page = PaperPage(margins: Margins(10))
        style.fonts = FontFamilies(title: [font], heading: [font], body: [font])
        return PaperDocument(
            PaperInformation(
                title: "特级技师证书 \(number)",
                author: Self.issuer,
                subject: number,
                created: Date(timeIntervalSince1970: 1_792_000_000)
            ),
            style: style,
            blocks: Self.frames + Self.head + rows(index, number) + foot + (try codes(number))
        )
    }

    static let issuer = "滨州重工有限公司"
    private static let body =
        "本证书由滨州重工有限公司颁发,表明持证人通过本机构组织的特级技师评价,具备该职业(工种)特级技师相应的职业技能水平。"

    private static let frames: [PaperBlock] = [(9.0, 1.6), (11.0, 0.5)].map { margin, thickness in
        .placed(
            Placement(
                x: margin,
                y: margin,
                width: 210 - 2 * margin,
                height: 297 - 2 * margin,
                frame: .init(thickness: thickness)
            ),
            []
        )
    }

    private static let head: [PaperBlock] = [
        text("特 级 技 师 证 书", 25, 30, 160, size: 30, alignment: .centre),
        text(body, 32, 64, 146, size: 12, alignment: .justified, indent: 2),
    ]

    private func rows(_ index: Int, _ number: String) -> [PaperBlock] {
        let rows = [
            ("姓名:", Self.name(index)), ("证件类型:", "居民身份证"),
            ("证件号码:", "371602198001" + String(format: "%06d", index)), ("职业名称:", "焊工"),
            ("工种/职业方向:", "--"), ("职业技能等级:", "特级技师"), ("证书编号:", number),
        ]
        return rows.enumerated().flatMap { place, row in
            let y = 106 + Double(place) * 11.5
            return [
                Self.text(row.0, 32, y, 36, size: 12, alignment: .right),
                Self.text(row.1, 70, y, 74, size: place == 0 ? 14 : 12, alignment: .left),
            ]
        }
    }

    /// A name of three characters, one of 8,000.
    private static func name(_ index: Int) -> String {
        let names = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
        let (first, second, third) = (names[index % 20], names[index / 20 % 20], names[index / 400 % 20])
        return String([first, second, third])
    }

    private var foot: [PaperBlock] {
        var blocks = [
            Self.text(Self.issuer, 92, 204, 88, size: 14, alignment: .centre),
            Self.text("2026年10月14日", 92, 214, 88, size: 12, alignment: .centre),
            Self.text("证书信息查询网址:http://jndj.osta.org.cn", 62, 248, 74, size: 8.5, alignment: .left),
            Self.text("机构信息查询网址:http://pjjg.osta.org.cn", 62, 253, 74, size: 8.5, alignment: .left),
        ]
        let place = Placement(x: 151, y: 105, width: 25, height: 35, frame: .init(thickness: 0.4))
        blocks.append(.placed(place, [.image(PaperImage(photo, width: 25, height: 35))]))
        return blocks
    }

    private func codes(_ number: String) throws -> [PaperBlock] {
        guard hasCodes else { return [] }
        let official = try QRCode("http://jndj.osta.org.cn")
        let own = try QRCode(dense: "https://gs.example.gov.cn/verify#\(number)" + String(repeating: "aB3_", count: 70))
        return [
            .placed(Placement(x: 32, y: 238, width: 24), [.code(PrintedCode(official, side: 24))]),
            .placed(Placement(x: 138, y: 228, width: 40), [.code(PrintedCode(own, side: 40))]),
        ]
    }

    private static func text(
        _ text: String,
        _ x: Double,
        _ y: Double,
        _ width: Double,
        size: Double,
        alignment: TextAlignment,
        indent: Double = 0
    ) -> PaperBlock {
        let paragraph = Paragraph(text, alignment: alignment, size: size, indent: indent, lineHeight: size * 1.6)
        return .placed(Placement(x: x, y: y, width: width), [.paragraph(paragraph)])
    }
}
