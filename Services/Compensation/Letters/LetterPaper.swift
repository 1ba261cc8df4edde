import CompensationDomain
import Documents
import Foundation
import Kernel

/// A letter of appointment (聘书) as it is printed; the same content gives the same bytes.
struct LetterPaper {
    let template: LetterTemplate
    let letter: Appointment.Letter
    let name: String
    let employer: String
    let unit: String
    /// The number of the certificate; nil while the appointment waits for it.
    let certificate: String?
    /// The band of 正高级工程师 it was measured against.
    let benchmark: String
    /// Whether the band's lowest pay is printed: only on the enterprise's own copy, where it asks for it.
    let showsAmount: Bool

    /// The sheet.
    func document() -> PaperDocument {
        let heading = letter.number.isEmpty ? [] : [Paragraph(letter.number, alignment: .right, size: 12, indent: 0)]
        return PaperDocument(
            PaperInformation(
                title: "\(template.title) \(letter.number)",
                author: employer,
                subject: letter.number,
                keywords: "特级技师",
                created: letter.term.from.start
            ),
            style: Self.style,
            blocks: [.title(template.title)] + heading.map { .paragraph($0) } + [
                .space(3), .text(filled(template.opening)), .space(1),
            ]
                + template.clauses.enumerated().flatMap { index, clause in
                    [
                        PaperBlock.together([
                            .heading("\(Self.numerals[min(index, Self.numerals.count - 1)])、\(clause.heading)"),
                            .text(filled(clause.text)),
                        ])
                    ]
                } + [
                    .text(filled(template.closing)), .space(2),
                    .together([
                        .columns([
                            PaperColumn([.text("受聘人（签名）："), .space(8), .text("        年    月    日")]),
                            PaperColumn([
                                .signature(SignatureBlock(employer, date: "年    月    日", stamp: "盖章处"))
                            ]),
                        ])
                    ]),
                ]
        )
    }

    private func filled(_ text: String) -> String { LetterTemplate.filled(text, values) }

    private var values: [LetterTemplate.Place: String] {
        let amount = showsAmount ? "（档位最低每月{amount}元）".replacing("{amount}", with: letter.band.minimum.description) : ""
        return [
            .name: name, .employer: employer, .certificate: certificate ?? "颁发后补记", .unit: unit,
            .occupation: occupation, .duties: letter.duties, .from: letter.term.from.chinese,
            .through: letter.term.through.chinese, .payFrom: letter.payDay.chinese,
            .band: letter.band.code + amount, .benchmark: benchmark, .number: letter.number,
        ]
    }

    private var occupation: String {
        letter.occupation.specialty.map { "\(letter.occupation.name)(\($0))" } ?? letter.occupation.name
    }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

    private static let style: DocumentStyle = {
        var style = DocumentStyle.letter
        style.page.margins = Margins(top: 22, right: 26, bottom: 18, left: 26)
        style.body.size = 12
        style.body.lineHeight = 19
        style.title.spaceAfter = 6
        return style
    }()
}
