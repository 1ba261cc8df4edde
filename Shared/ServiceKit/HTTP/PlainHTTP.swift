import Contracts
import Foundation

extension PlainRequest {
    /// The path without the query.
    var path: String {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return target }
        return String(target[..<mark])
    }

    /// The query items; of several with one name the last counts.
    var queries: [String: String] {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return [:] }
        var items: [String: String] = [:]
        for pair in target[target.index(after: mark)...].split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? String(parts[1]).replacing("+", with: " ") : ""
            items[parts[0].removingPercentEncoding ?? String(parts[0])] = value.removingPercentEncoding ?? value
        }
        return items
    }
}

extension PlainResponse {
    init(_ answer: Answer, trace: TraceContext, stream: BodyStream? = nil) {
        var headers = answer.headers
        headers["traceparent"] = trace.header
        if !answer.body.isEmpty || stream != nil { headers["content-type"] = answer.contentType }
        if let version = answer.version { headers["etag"] = "\"\(version)\"" }
        self.init(status: answer.status, headers: headers, body: answer.body, stream: stream)
    }

    init(_ problem: Problem, trace: TraceContext) {
        var headers = ["traceparent": trace.header, "content-type": Problem.contentType]
        if problem.status == 401 { headers["www-authenticate"] = "Bearer" }
        self.init(status: problem.status, headers: headers, body: (try? WireFormat.encode(problem)) ?? [])
    }
}
