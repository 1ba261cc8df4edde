import Foundation
import Kernel
import Testing

@Suite("A certificate number")
struct CertificateNumbers {
    @Test(
        "is taken apart, in whatever form it was typed",
        arguments: [
            ("Y00003716000126T000001", "Y000037160001", 2026, "T" as Character, 1),
            ("y000037160001 26 t 000001", "Y000037160001", 2026, "T", 1),
            ("Ｙ０００037160001２６Ｔ000001", "Y000037160001", 2026, "T", 1),
            ("Y004145000001263000001", "Y004145000001", 2026, "3", 1),
            ("Y000037160001211999999", "Y000037160001", 2021, "1", 999_999),
            ("S000123000001195000001", "S000123000001", 2019, "5", 1),
            ("Y00003716000126Q000001", "Y000037160001", 2026, "Q", 1),
        ]
    )
    func takenApart(typed: String, agency: String, year: Int, level: Character, sequence: Int) throws {
        let number = try CertificateNumber(typed)
        #expect(number.agency.text == agency)
        #expect(number.year == year)
        #expect(number.level == level)
        #expect(number.sequence == sequence)
        #expect(
            try CertificateNumber(agency: AgencyCode(agency), year: year, level: level, sequence: sequence) == number
        )
        #expect(try CertificateNumber(number.text) == number)
        #expect(number.text.count == 22)
    }

    @Test("of a 特级技师 has 2 capital letters and 20 digits")
    func specialGrade() throws {
        let level = try CertificateNumber.levelCharacter(of: .specialGradeTechnician, on: day("2026-10-14"))
        let number = try CertificateNumber(
            agency: AgencyCode("Y000037160001"),
            year: 2026,
            level: level,
            sequence: 42
        )
        #expect(number.text == "Y00003716000126T000042")
        #expect(number.skillLevel == .specialGradeTechnician)
    }

    @Test("of a letter that only a dated document knows is read, and tells no level")
    func letterOfADocument() throws {
        #expect(try CertificateNumber("Y00003716000126Q000001").skillLevel == nil)
        #expect(CertificateNumber.fixedLevel(of: "Q") == nil)
        #expect(CertificateNumber.fixedLevel(of: "1") == .seniorTechnician)
    }

    @Test("carries the character of its level", arguments: zip(SkillLevel.allCases, "54321T"))
    func levels(level: SkillLevel, character: Character) throws {
        #expect(try CertificateNumber.levelCharacter(of: level, on: day("2026-10-14")) == character)
    }

    @Test(
        "is told what is wrong with it",
        arguments: [
            ("", IdentifierError.empty),
            ("Y00003716000126T00001", .length(expected: 22, found: 21)),
            ("Y00003716000126T0000011", .length(expected: 22, found: 23)),
            ("1837160001100012", .length(expected: 22, found: 16)),
            ("X00003716000126T000001", .character(at: 1)),
            ("Y0000371600O126T000001", .character(at: 12)),
            ("Y0000371600012BT000001", .character(at: 15)),
            ("Y00003716000126T00000A", .character(at: 22)),
            ("Y00003716000126O000001", .level("O")),
            ("Y00003716000126I000001", .level("I")),
            ("Y000037160001266000001", .level("6")),
            ("Y00003716000126T000000", .sequence(0)),
            ("2.1E+21", .roundedByExcel),
        ]
    )
    func refused(typed: String, error: IdentifierError) {
        #expect(throws: error) { try CertificateNumber(typed) }
    }

    @Test(
        "is not put together from parts out of bounds",
        arguments: [
            (1999, "T" as Character, 1, IdentifierError.year(1999)), (2100, "T", 1, .year(2100)),
            (2026, "0", 1, .level("0")), (2026, "t", 1, .level("t")), (2026, "T", 0, .sequence(0)),
            (2026, "T", 1_000_000, .sequence(1_000_000)), (2026, "T", -1, .sequence(-1)),
        ]
    )
    func outOfBounds(year: Int, level: Character, sequence: Int, error: IdentifierError) throws {
        let agency = try AgencyCode("Y000037160001")
        #expect(throws: error) {
            try CertificateNumber(agency: agency, year: year, level: level, sequence: sequence)
        }
    }

    @Test(
        "begins with an agency code that is told what is wrong with it",
        arguments: [
            ("", IdentifierError.empty), ("Y00003716000", .length(expected: 13, found: 12)),
            ("A000037160001", .character(at: 1)), ("Y00003716000A", .character(at: 13)),
        ]
    )
    func agencyRefused(typed: String, error: IdentifierError) {
        #expect(throws: error) { try AgencyCode(typed) }
    }

    @Test("is coded as its text")
    func coding() throws {
        let encoded = try JSONEncoder().encode([CertificateNumber("Y00003716000126T000001")])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["Y00003716000126T000001"]"#)
    }
}

@Suite("The number of a certificate already held")
struct PriorCertificateNumbers {
    typealias Pattern = PriorCertificateNumber.Pattern

    @Test(
        "is taken in every kind there is",
        arguments: [
            ("Y000037160001211000001", Pattern.skillLevel22, SkillLevel.seniorTechnician as SkillLevel?),
            ("y 0000 3716 0001 21 2 000009", .skillLevel22, .technician),
            ("1837160001100012", .qualification16, .seniorTechnician),
            ("1237160001200007", .qualification16, .technician),
            ("1237160001000007", .qualification16, nil),
            ("RSN20190000000000001", .unknown, nil),
            ("鲁职鉴字第123号", .unknown, nil),
            ("Y00003716000121Q000001", .unknown, nil),
        ]
    )
    func taken(typed: String, pattern: Pattern, level: SkillLevel?) throws {
        let number = try PriorCertificateNumber(typed)
        #expect(number.pattern == pattern)
        #expect(number.level == level)
    }

    @Test(
        "is refused when there is nothing, or Excel rounded it, or it cannot be one number",
        arguments: [
            (" ", IdentifierError.empty), ("1.83716E+15", .roundedByExcel),
            (String(repeating: "1", count: 41), .length(expected: 22, found: 41)),
        ]
    )
    func refused(typed: String, error: IdentifierError) {
        #expect(throws: error) { try PriorCertificateNumber(typed) }
    }
}
