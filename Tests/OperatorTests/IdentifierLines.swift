import Testing

@testable import Operator

@Suite("identifiers check")
struct IdentifierLines {
    @Test(
        "answers a good number with ok",
        arguments: [
            "citizen-id 11010519491231002X", "citizen-id 110105 19491231 002x", "citizen-id\t４４０５２４１８８００１０１００１４",
            "credit-code 91371600MA3N00011J", "credit-code 91371600 ma3n00011j ",
            "certificate-number Y00003716000126T000001", "  certificate-number Y0000 37 160001 26 T 000001",
        ]
    )
    func good(line: String) { #expect(IdentifierLine.answer(line[...]) == .valid("ok")) }

    @Test(
        "answers a bad one with a stable reason and a sentence",
        arguments: [
            ("citizen-id 3.72323E+17", "rounded-by-excel"), ("citizen-id 110105194912310021", "check-character"),
            ("citizen-id 11010519491331002X", "date"), ("citizen-id 110105491231002", "first-generation"),
            ("citizen-id 1101051949123100", "length"), ("citizen-id 11O10519491231002X", "character"),
            ("citizen-id", "empty"), ("citizen-id ", "empty"), ("credit-code 91371600MA3N00011K", "check-character"),
            ("credit-code 91371600MA3N0001IJ", "character"), ("certificate-number Y00003716000126I000001", "level"),
            ("certificate-number Y00003716000126T000000", "sequence"), ("certificate-number 1", "length"),
            ("", "empty-line"),
        ]
    )
    func bad(line: String, reason: String) {
        let found = IdentifierLine.answer(line[...])
        #expect(!found.isValid)
        #expect(found.text.hasPrefix("invalid \(reason) "))
    }

    @Test("does not know other kinds", arguments: ["passport E12345678", "Citizen-ID 11010519491231002X", "x"])
    func unknown(line: String) { #expect(IdentifierLine.answer(line[...]) == .invalid("unknown-kind")) }

    @Test("never repeats the number it was asked about")
    func keepsSecret() {
        let found = IdentifierLine.answer("citizen-id 110105194912310021")
        #expect(!found.text.contains("110105"))
    }
}
