import CertificateDomain
import Testing

@Suite("What strangers see")
struct MaskingTests {
    @Test(
        "a name keeps its first and last character",
        arguments: [
            ("王建国", "王*国"), ("李明", "李*"), ("欧阳建国", "欧**国"), ("𬳵", "*"), ("", "*"),
            ("孙\u{2CB4E}明", "孙*明"), ("孙\u{2CB4E}", "孙*"), (" 王 建 国 ", "王*国"),
            ("阿依古丽·买买提", "阿******提"),
        ]
    )
    func names(_ name: String, _ masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test(
        "a document number keeps its ends",
        arguments: [
            ("11010519491231002X", "1101**********002X"), ("E12345678", "E*******8"), ("12345", "*****"), ("", ""),
        ]
    )
    func documents(_ number: String, _ masked: String) {
        #expect(Masking.documentNumber(number) == masked)
    }

    @Test(
        "a name is known however it is typed",
        arguments: [
            ("王建国", "王 建 国"), ("王建国", "\u{3000}王建国 "), ("阿依古丽·买买提", "阿依古丽•买买提"), ("孙\u{2CB4E}明", "孙\u{2CB4E}明"),
            ("Anna", "ANNA"), ("é", "e\u{301}"),
        ]
    )
    func sameName(_ name: String, _ typed: String) {
        #expect(HolderName(name) == HolderName(typed))
    }

    @Test("another name is another", arguments: [("王建国", "王健国"), ("王建国", "王建"), ("孙\u{2CB4E}明", "孙明")])
    func otherName(_ name: String, _ typed: String) {
        #expect(HolderName(name) != HolderName(typed))
        #expect(HolderName(" \u{3000}") == nil)
    }
}
