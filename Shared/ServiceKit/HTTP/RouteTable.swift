import Foundation

/// Which route a request is for.
struct RouteTable: Sendable {
    /// Those that are all words, by method and path.
    private let words: [String: Route]
    /// All, those with more words first: of two that match, that one is meant.
    private let routes: [Route]

    init(_ routes: [Route]) {
        self.routes = routes.sorted { $0.words > $1.words }
        words = Dictionary(self.routes.filter { $0.words == $0.segments.count }.map { ($0.key, $0) }) { first, _ in
            first
        }
    }

    /// The route of a method and a path, and what stands in the path's parameters.
    func find(_ method: String, _ path: String) -> (Route, [String: String])? {
        // Most paths stand in the table as they are sent; no longer way finds another for them.
        if let route = words["\(method) \(path)"] { return (route, [:]) }
        let parts = path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        for route in routes where route.method == method {
            if let parameters = route.match(parts) { return (route, parameters) }
        }
        return nil
    }
}
