import Foundation
import Testing

/// Every service is described; that the description is right its own tests say.
@Suite("The documents of a service")
struct DocumentTests {
    @Test("are a README and, but for the operator's tools, an OpenAPI document")
    func exist() throws {
        let folders = try SourceTree.folders(below: "Services")
        #expect(folders.count > 1)
        let titled = try SourceTree.files(below: "Services", endings: ["md"]).filter { $0.text.hasPrefix("# ") }
        for folder in folders { #expect(titled.contains { $0.path == "Services/\(folder)/README.md" }, "\(folder)") }
        let described = try SourceTree.files(below: "docs/api", endings: ["yaml"])
            .filter { $0.text.hasPrefix("openapi: ") }
        // The sandbox plays what somebody else offers; that is described under its own name.
        let expected =
            folders.filter { !["Operator", "SandboxProvince"].contains($0) }.map { "docs/api/\(Self.dashed($0)).yaml" }
            + ["docs/api/province.yaml"]
        #expect(described.map(\.path) == expected.sorted())
    }

    /// `publicity-timer` for PublicityTimer.
    private static func dashed(_ folder: String) -> String {
        String(folder.replacing(/[A-Z]/) { "-" + $0.output.lowercased() }.dropFirst())
    }
}
