import Foundation
import Testing

/// What is written about a service is what the service is.
@Suite("The documents of a service")
struct DocumentTests {
    static let services = [
        ("Filing", "filing"), ("Evaluation", "evaluation"), ("PublicityTimer", "publicity-timer"),
        ("Certificate", "certificate"), ("Compensation", "compensation"),
    ]

    /// The routes in a service's code: `METHOD /path`.
    private func routes(of folder: String) throws -> Set<String> {
        let pattern = try Regex(#"Route\(\s*"([A-Z]+ /[^"]*)""#, as: (Substring, Substring).self)
        let files = try SourceTree.files(below: "Services/\(folder)")
        return Set(files.flatMap { $0.text.matches(of: pattern).map { String($0.output.1) } })
    }

    @Test("name every route in its README", arguments: services)
    func readme(folder: String, product: String) throws {
        let routes = try routes(of: folder)
        #expect(!routes.isEmpty)
        let text = try String(
            contentsOf: SourceTree.root.appending(path: "Services/\(folder)/README.md"),
            encoding: .utf8
        )
        let missing = routes.filter { !text.contains($0) }.sorted()
        #expect(missing == [])
    }

    @Test("describe every route in OpenAPI, and no other", arguments: services)
    func openAPI(folder: String, product: String) throws {
        let text = try String(
            contentsOf: SourceTree.root.appending(path: "docs/api/\(product).yaml"),
            encoding: .utf8
        )
        var described: Set<String> = []
        var path: String?
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  /"), let end = line.lastIndex(of: ":") {
                path = String(line[..<end]).trimmingCharacters(in: .whitespaces)
            } else if !line.hasPrefix("   "), !line.hasPrefix("  #") {
                path = nil
            } else if let path, line.hasPrefix("    "), !line.hasPrefix("     ") {
                let verb = line.trimmingCharacters(in: .whitespaces).prefix { $0 != ":" }
                if ["get", "post", "put", "delete"].contains(verb) { described.insert("\(verb.uppercased()) \(path)") }
            }
        }
        #expect(try routes(of: folder) == described)
    }
}
