import Foundation
import Kernel
import Testing

@Suite("A credit code")
struct CreditCodes {
    @Test(
        "is taken, in whatever form it was typed",
        arguments: [
            ("91371600MA3N00011J", "91371600MA3N00011J"), ("9137160270000001X7", "9137160270000001X7"),
            ("91371681MA3QQ2X702", "91371681MA3QQ2X702"), ("91371625167900000H", "91371625167900000H"),
            ("91110000600037341L", "91110000600037341L"), ("91440300708461136T", "91440300708461136T"),
            ("91371600ma3n00011j", "91371600MA3N00011J"), ("９１３７１６００ＭＡ３Ｎ０００１１Ｊ", "91371600MA3N00011J"),
            (" 913716 00MA3N00011J ", "91371600MA3N00011J"),
        ]
    )
    func taken(typed: String, text: String) throws {
        #expect(try CreditCode(typed).text == text)
    }

    @Test(
        "is told what is wrong with it",
        arguments: [
            ("", IdentifierError.empty),
            ("91371600MA3N00011K", .checkCharacter(expected: "J")),
            ("91371600MA3N00012J", .checkCharacter(expected: "M")),
            ("91371600MA3N0001IJ", .character(at: 17)),
            ("O1371600MA3N00011J", .character(at: 1)),
            ("91371600MA3N00011Z", .character(at: 18)),
            ("91371600MA3N00011", .length(expected: 18, found: 17)),
            ("371602000012345", .length(expected: 18, found: 15)),
            ("9.13716E+17", .roundedByExcel),
            ("913716251679000000", .roundedByExcel),
        ]
    )
    func refused(typed: String, error: IdentifierError) {
        #expect(throws: error) { try CreditCode(typed) }
    }

    @Test("is coded as its text and checked when decoded")
    func coding() throws {
        let encoded = try JSONEncoder().encode([CreditCode("91371600ma3n00011j")])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["91371600MA3N00011J"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CreditCode].self, from: Data(#"["91371600MA3N00011K"]"#.utf8))
        }
    }
}
