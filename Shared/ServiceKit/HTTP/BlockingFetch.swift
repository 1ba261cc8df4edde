import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Fetches a page on a thread that may block, as transactions and tickers run on.
package enum BlockingFetch {
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
    /// Redirections are followed. Never call it where the thread may not wait, such as in an `async` function.
    @available(*, noasync)
    package static func get(_ address: String, within seconds: Int64) -> Answer? {
        guard let request = try? HTTPClient.Request(url: address, headers: ["accept": "text/html"]) else { return nil }
        let answer = try? HTTPClient.shared.execute(
            request: request,
            delegate: ResponseAccumulator(request: request, maxBodySize: mostBytes),
            deadline: .now() + .seconds(seconds)
        ).futureResult.wait()
        guard let answer else { return nil }
        return Answer(status: Int(answer.status.code), body: answer.body.map { String(buffer: $0) } ?? "")
    }
}
