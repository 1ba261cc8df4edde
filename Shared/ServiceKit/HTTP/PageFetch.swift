import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Fetches a page as a reader's browser would.
package enum PageFetch {
    /// What an address answered.
    package struct Answer: Hashable, Sendable {
        /// The HTTP status.
        package let status: Int
        /// The body as text.
        package let body: String
    }

    /// The most of a body that is read, in bytes.
    private static let mostBytes = 4 << 20

    /// Asks an address; nil where nobody answers in time, or with more than anybody needs.
    ///
    /// Redirections are followed. The time is that of all: connecting, asking and reading to the end.
    package static func get(_ address: String, within time: Duration) async -> Answer? {
        await withTaskGroup(of: Answer?.self) { group in
            group.addTask { try? await answer(of: address) }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            let first = await group.next()
            group.cancelAll()
            return first.flatMap { $0 }
        }
    }

    private static func answer(of address: String) async throws -> Answer {
        var request = HTTPClientRequest(url: address)
        request.headers.add(name: "accept", value: "text/html")
        // Whoever waits ends it by cancelling; this is for connections that nobody takes up.
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: mostBytes)
        return Answer(status: Int(response.status.code), body: String(buffer: body))
    }
}
