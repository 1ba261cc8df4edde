import CertificateDomain
import Documents
import Foundation
import Kernel

/// A certificate on one sheet of A4 (人社鉴发〔2021〕1号): what is printed where, in millimetres.
///
/// The enterprise is its only issuer; its stamp has room over the lower right of the photo and over its name at the foot.
struct CertificatePaper {
    let template: CertificateTemplate
    let certificate: PrintedCertificate

    /// 小四号, as the form asks for.
    private static let textSize = 12.0
    private static let left = 32.0
    private static let firstRow = 106.0
    private static let rowHeight = 11.5

    private var isBilingual: Bool { template.isBilingual }

    /// The sheet.
    ///
    /// - Throws: `DocumentError` for a code that holds too much.
    func document() throws -> PaperDocument {
        PaperDocument(
            PaperInformation(
                title: "\(template.title.zh) \(certificate.number)",
                author: certificate.issuerName,
                subject: certificate.number,
                keywords: template.levelLine.zh,
                created: certificate.issuedOn.start
            ),
            style: Self.style,
            watermark: certificate.watermark.map { Watermark($0, size: 20, opacity: 0.14) },
            blocks: frames + head + rows + [photo] + foot + (try codes) + notes
        )
    }

    private static let style: DocumentStyle = {
        var style = DocumentStyle.letter
        style.page = PaperPage(margins: Margins(10))
        style.body = TextStyle(.body, size: textSize, lineHeight: 22)
        style.small = TextStyle(.body, size: 8.5, lineHeight: 12)
        return style
    }()

    /// Two lines around the sheet, one strong and one fine.
    private var frames: [PaperBlock] {
        [(9.0, 1.6), (11.0, 0.5)].map { margin, thickness in
            .placed(
                Placement(
                    x: margin,
                    y: margin,
                    width: 210 - 2 * margin,
                    height: 297 - 2 * margin,
                    frame: .init(thickness: thickness, ink: Self.brown)
                ),
                []
            )
        }
    }

    private static let brown = Ink(red: 0.45, green: 0.3, blue: 0.12)

    private var head: [PaperBlock] {
        var title = [
            PaperBlock.paragraph(
                Paragraph(
                    template.title.zh.spaced,
                    alignment: .centre,
                    size: 30,
                    isBold: true,
                    font: .title,
                    lineHeight: 42,
                    shrinksTo: 18
                )
            )
        ]
        if isBilingual {
            title.append(Self.text(template.title.en, size: 13, alignment: .centre, shrinksTo: 8))
        }
        var body = [
            PaperBlock.paragraph(
                Paragraph(
                    template.body.zh.replacing("{issuer}", with: certificate.issuerName),
                    alignment: .justified,
                    size: Self.textSize,
                    indent: 2,
                    lineHeight: 22
                )
            )
        ]
        if isBilingual {
            body.append(
                Self.text(
                    template.body.en.replacing("{issuer}", with: certificate.issuerName),
                    size: 9.5,
                    lineHeight: 13
                )
            )
        }
        return [
            .placed(Placement(x: 25, y: 30, width: 160), title),
            .placed(Placement(x: Self.left, y: isBilingual ? 58 : 64, width: 146), body),
        ]
    }

    private var rows: [PaperBlock] {
        let rows = [
            ("姓名", "Name", certificate.name),
            ("证件类型", "ID Type", certificate.documentType),
            ("证件号码", "ID No.", certificate.documentNumber),
            ("职业名称", "Occupation", certificate.occupation),
            ("工种/职业方向", "Speciality", certificate.specialty ?? "--"),
            ("职业技能等级", "Skill Level", levelLine),
            ("证书编号", "Certificate No.", certificate.number),
        ]
        return rows.enumerated().flatMap { index, row in
            let y = Self.firstRow + Double(index) * Self.rowHeight
            var label = [
                PaperBlock.paragraph(
                    Paragraph(row.0 + "：", alignment: .right, size: Self.textSize, font: .heading, lineHeight: 17)
                )
            ]
            if isBilingual { label.append(Self.text(row.1, size: 8.5, alignment: .right)) }
            return [
                PaperBlock.placed(Placement(x: Self.left, y: y, width: 36), label),
                .placed(
                    Placement(x: Self.left + 38, y: y, width: index < 4 ? 74 : 108),
                    [
                        .paragraph(
                            Paragraph(
                                row.2,
                                size: index == 0 ? 14 : Self.textSize,
                                isBold: index == 0,
                                lineHeight: 17,
                                shrinksTo: 7.5
                            )
                        )
                    ]
                ),
            ]
        }
    }

    private var levelLine: String {
        isBilingual ? "\(template.levelLine.zh)  \(template.levelLine.en)" : template.levelLine.zh
    }

    /// One inch, 25 × 35 mm, beside the holder's data.
    private var photo: PaperBlock {
        let place = Placement(
            x: 151,
            y: Self.firstRow - 1,
            width: 25,
            height: 35,
            frame: .init(thickness: 0.4, ink: .grey(0.6))
        )
        if let photo = certificate.photo {
            return .placed(place, [.image(PaperImage(photo, width: 25, height: 35, alignment: .centre))])
        }
        return .placed(
            place,
            [.paragraph(Paragraph("照片", alignment: .centre, size: 9, ink: .grey(0.6), lineHeight: 12))]
        )
    }

    /// The issuer and the day, with white around them for the stamp.
    private var foot: [PaperBlock] {
        var lines = [
            PaperBlock.paragraph(
                Paragraph(certificate.issuerName, alignment: .centre, size: 14, lineHeight: 24, shrinksTo: 7)
            ),
            Self.text(certificate.issuedOn.chinese, size: Self.textSize, alignment: .centre, lineHeight: 24),
        ]
        if isBilingual {
            lines.append(Self.text("Date of issue: \(certificate.issuedOn)", size: 8.5, alignment: .centre))
        }
        return [.placed(Placement(x: 72, y: 194, width: 114), lines)]
    }

    /// The form's own code stands left, the signed statement right: neither is taken for the other.
    private var codes: [PaperBlock] {
        get throws {
            var codes: [PaperBlock] = []
            if let official = template.officialCode {
                codes.append(
                    .placed(
                        Placement(x: Self.left, y: 238, width: 26),
                        [.code(PrintedCode(try QRCode(official), side: 24, caption: "证书查询", alignment: .centre))]
                    )
                )
            }
            if template.printsStatement, let statement = certificate.statement {
                codes.append(
                    .placed(
                        Placement(x: 138, y: 228, width: 42),
                        [
                            .code(
                                PrintedCode(
                                    try QRCode(dense: statement),
                                    side: 40,
                                    caption: "验证签名（可离线）",
                                    alignment: .centre
                                )
                            )
                        ]
                    )
                )
            }
            return codes
        }
    }

    private var notes: [PaperBlock] {
        let lines = template.queries.map { "\($0.label)：\($0.address)" } + (certificate.remark.map { [$0] } ?? [])
        return [
            .placed(
                Placement(x: 62, y: 248, width: 74),
                lines.map { Self.text($0, size: 8.5, lineHeight: 13, shrinksTo: 6) }
            )
        ]
    }

    private static func text(
        _ text: String,
        size: Double,
        alignment: TextAlignment = .left,
        lineHeight: Double? = nil,
        shrinksTo: Double? = nil
    ) -> PaperBlock {
        .paragraph(
            Paragraph(
                text,
                alignment: alignment,
                size: size,
                lineHeight: lineHeight ?? size * 1.35,
                shrinksTo: shrinksTo
            )
        )
    }
}

extension String {
    /// With a little white between its characters, as titles of certificates have it.
    fileprivate var spaced: String { map(String.init).joined(separator: "\u{2009}") }
}
