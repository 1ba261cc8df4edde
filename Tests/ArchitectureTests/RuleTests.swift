import Testing

@Suite("The architecture")
struct RuleTests {
    @Test("keeps its rules", arguments: Rule.all)
    func keeps(_ rule: Rule) throws {
        let files = try SourceTree.files(below: "Services") + SourceTree.files(below: "Shared")
        #expect(files.count > 100)
        #expect(try rule.violations(in: files) == [])
    }

    @Test("has rules that can fail", arguments: Rule.all)
    func canFail(_ rule: Rule) throws {
        #expect(try rule.violations(in: [rule.canary]).count == 1)
    }
}
