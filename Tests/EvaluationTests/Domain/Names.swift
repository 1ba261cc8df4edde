import EvaluationDomain
import Testing

@Suite("A person's name")
struct Names {
    @Test(
        "is brought to one form",
        arguments: [
            ("冯  军", "冯军"), (" 王建国 ", "王建国"), ("赵𬭎", "赵𬭎"), ("李\u{3000}明", "李明"), ("\u{FEFF}马立", "马立"),
            ("John   Smith", "John Smith"), ("阿依古丽 · 买买提", "阿依古丽·买买提"), ("  ", ""),
        ]
    )
    func normalised(written: String, name: String) {
        #expect(PersonName.normalised(written) == name)
    }
}
