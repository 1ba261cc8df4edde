import Foundation
import Testing

/// A service's data is its own: no SQL of one names a table of another.
@Suite("The tables of a service")
struct TableTests {
    /// The tables a service's migrations make.
    private func tables(of service: String) throws -> Set<String> {
        let pattern = try Regex(#"CREATE TABLE (?:IF NOT EXISTS )?(\w+)"#, as: (Substring, Substring).self)
            .ignoresCase()
        let scripts = try SourceTree.files(below: "Services/\(service)/Migrations", endings: ["sql"])
        return Set(scripts.flatMap { $0.text.matches(of: pattern).map { String($0.output.1) } })
    }

    private func named(_ tables: Set<String>, in file: SourceFile) -> [String] {
        let words = try? Regex(#"(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+(\w+)"#, as: (Substring, Substring).self)
            .ignoresCase()
        guard let words else { return [] }
        return file.text.matches(of: words).map { String($0.output.1) }.filter(tables.contains)
    }

    @Test("are named by no other service")
    func areItsOwn() throws {
        let services = try SourceTree.folders(below: "Services").filter {
            !["Operator", "SandboxProvince"].contains($0)
        }
        var owned: [String: Set<String>] = [:]
        for service in services { owned[service] = try tables(of: service) }
        #expect(owned.values.allSatisfy { !$0.isEmpty })
        for service in services {
            let own = owned[service] ?? []
            let foreign = owned.filter { $0.key != service }.values.reduce(into: Set()) { $0.formUnion($1) }
                .subtracting(own)
            let files = try SourceTree.files(below: "Services/\(service)", endings: ["swift", "sql"])
            for file in files { #expect(named(foreign, in: file) == [], "\(file.path)") }
        }
    }

    @Test("are found by the pattern that looks for them")
    func canary() {
        let file = SourceFile(path: "x.swift", text: "SELECT a FROM ballot b JOIN round ON true")
        #expect(named(["ballot", "round"], in: file) == ["ballot", "round"])
    }
}
