import DatedDocuments
import Documents
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CertificateDomain
@testable import CertificateService

/// Certificates as they are printed; `GONGJIANG_PAPERS` names a folder to look at them.
@Suite("A certificate on paper")
struct PaperPictures {
    private static func certificate(
        name: String = "赵𬭎",
        specialty: String? = nil,
        issuer: String = "滨州重工有限公司",
        photo: [UInt8]? = nil,
        statement: String? = "https://gs.example.gov.cn/verify#" + String(repeating: "Aa0_", count: 90),
        watermark: String? = nil
    ) -> PrintedCertificate {
        PrintedCertificate(
            number: "Y00003716000126T000001",
            name: name,
            documentType: "居民身份证",
            documentNumber: Samples.identityNumber,
            occupation: "焊工",
            specialty: specialty,
            issuerName: issuer,
            issuedOn: Samples.day("2026-10-14"),
            photo: photo,
            statement: statement,
            remark: nil,
            watermark: watermark
        )
    }

    private static func template(isBilingual: Bool = false) throws -> CertificateTemplate {
        let built: CertificateTemplate = try BuiltInConfiguration.document()
        return CertificateTemplate(
            basis: built.basis,
            inForceFrom: built.inForceFrom,
            title: built.title,
            levelLine: built.levelLine,
            body: built.body,
            isBilingual: isBilingual,
            queries: built.queries,
            officialCode: built.officialCode,
            printsStatement: built.printsStatement
        )
    }

    private static func pdf(_ certificate: PrintedCertificate, isBilingual: Bool = false) throws -> [UInt8] {
        try CertificatePaper(template: template(isBilingual: isBilingual), certificate: certificate).document()
            .printed()
    }

    private static func keep(_ pdf: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["GONGJIANG_PAPERS"] else { return }
        try Data(pdf).write(to: URL(filePath: folder).appending(path: "\(name).pdf"))
    }

    @Test("has every field of the form on one sheet, `--` where there is no 工种, and embeds its fonts")
    func fields() throws {
        let pdf = try Self.pdf(Self.certificate())
        try Self.keep(pdf, "certificate")
        let text = try Poppler.text(pdf, layout: true).filter { !$0.isWhitespace }
        for words in [
            "特级技师证书", "赵𬭎", "居民身份证", Samples.identityNumber, "焊工", "--", "Y00003716000126T000001",
            "滨州重工有限公司", "2026年10月14日", "http://jndj.osta.org.cn", "http://pjjg.osta.org.cn",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        for words in ["人力资源", "国家", "人民政府", "批准"] { #expect(!text.contains(words), "\(words)") }
        let information = try Poppler.information(pdf)
        #expect(information["Pages"] == "1")
        #expect(information["Author"] == "滨州重工有限公司")
        #expect(information["Subject"] == "Y00003716000126T000001")
        #expect(information["Page size"]?.contains("A4") == true)
        #expect(!(try Poppler.fonts(pdf).contains(" no  ")))
    }

    @Test(
        "prints names of every length, a long issuer and a 工种 on one sheet",
        arguments: [
            ("王", "one"), (String(repeating: "阿不都", count: 10), "thirty"), ("𠮷田𬭎", "rare"),
        ]
    )
    func names(name: String, file: String) throws {
        let pdf = try Self.pdf(
            Self.certificate(
                name: name,
                specialty: "电焊工(压力容器焊接)",
                issuer: "滨州市某某高端装备制造产业集团股份有限公司黄河三角洲分公司"
            )
        )
        try Self.keep(pdf, "certificate-\(file)")
        #expect(try Poppler.information(pdf)["Pages"] == "1")
        #expect(try Poppler.text(pdf).filter { !$0.isWhitespace }.contains(name))
    }

    @Test("in Chinese and English is still one sheet")
    func bilingual() throws {
        let pdf = try Self.pdf(Self.certificate(), isBilingual: true)
        try Self.keep(pdf, "certificate-bilingual")
        #expect(try Poppler.information(pdf)["Pages"] == "1")
        #expect(try Poppler.text(pdf).contains("Occupation"))
    }

    @Test("has both codes apart, and both are read from a page of 300 dots to the inch")
    func codes() throws {
        let certificate = Self.certificate()
        let pdf = try Self.pdf(certificate)
        let read = Set(try Poppler.codes(pdf, resolution: 300).split(separator: "\n").map(String.init))
        #expect(read == ["http://jndj.osta.org.cn", try #require(certificate.statement)])
    }

    @Test("of equal content has equal bytes")
    func bytes() throws {
        #expect(try Self.pdf(Self.certificate()) == Self.pdf(Self.certificate()))
        #expect(try Self.pdf(Self.certificate()) != Self.pdf(Self.certificate(name: "赵宏")))
    }

    @Test("bears what a copy was made for")
    func watermark() throws {
        let pdf = try Self.pdf(Self.certificate(watermark: "仅供落户申请使用 2026年10月14日起至2026年11月13日止"))
        try Self.keep(pdf, "certificate-copy")
        #expect(try Poppler.information(pdf)["Pages"] == "1")
    }

    @Test(
        "is refused with the character named where no font has it, or nobody would see it",
        arguments: [
            ("王\u{202E}国", "document.unprintable-character"), ("王\u{0007}", "document.unprintable-character"),
            ("王\u{E000}", "document.unprintable-character"), ("王\u{1F9FF}", "document.missing-glyph"),
        ]
    )
    func refused(name: String, code: String) throws {
        let refusal = #expect(throws: UnprintableCharacter.self) { try Self.pdf(Self.certificate(name: name)) }
        #expect(refusal?.code == code)
        #expect(refusal?.sentence.contains("U+") == true)
    }
}

@Suite("The template of certificates")
struct TemplateTests {
    @Test(
        "that would look like an authority's, or names no issuer, is refused by field",
        arguments: [
            ("title", "中华人民共和国职业资格证书", "title.zh", "certificate.template-official"),
            ("title", " ", "title.zh", "certificate.template-words"),
            ("body", "本证书有效。", "body.zh", "certificate.template-issuer"),
        ]
    )
    func refused(member: String, words: String, field: String, code: String) throws {
        let built: CertificateTemplate = try BuiltInConfiguration.document()
        let changed = CertificateTemplate.Words(zh: words, en: "")
        let template = CertificateTemplate(
            basis: built.basis,
            inForceFrom: built.inForceFrom,
            title: member == "title" ? changed : built.title,
            levelLine: built.levelLine,
            body: member == "body" ? changed : built.body,
            isBilingual: false,
            queries: built.queries,
            officialCode: nil,
            printsStatement: false
        )
        #expect(template.problems.contains { $0.field == field && $0.code == code })
    }
}
