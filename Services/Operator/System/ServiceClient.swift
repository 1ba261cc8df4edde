import AsyncHTTPClient
import Contracts
import Foundation
import NIOCore
import NIOHTTP1

/// Calls services by HTTP.
///
/// A call that got no answer, or one that says the service cannot just now, is made again with the same
/// `Idempotency-Key`: what was carried out the first time answers the same again.
struct ServiceClient: Sendable {
    let system: SystemEnvironment
    var patience = Patience()
    /// How long one attempt may take.
    var timeout: Duration = .seconds(30)
    private let http = HTTPClient.shared

    init(_ system: SystemEnvironment, patience: Patience = Patience()) {
        self.system = system
        self.patience = patience
    }

    /// The answer, whatever it says.
    ///
    /// - Throws: ``OperatorError`` when there is none in time.
    func answer(to request: ServiceRequest) async throws -> ServiceAnswer {
        let url = try system.address(of: request.service) + request.path
        return try await patience.wait(for: "\(request.service.rawValue) 的应答") {
            do {
                let answer = try await once(request, url)
                return Self.isForNow(answer.status) ? .notYet(answer.problem.description) : .answer(answer)
            } catch let error as CancellationError {
                throw error
            } catch {
                return .notYet("\(error)")
            }
        }
    }

    /// The answer, which must say yes.
    ///
    /// - Throws: ``Problem`` where it does not, and ``OperatorError`` when there is none in time.
    func send(_ request: ServiceRequest) async throws -> ServiceAnswer {
        let answer = try await answer(to: request)
        guard answer.isSuccess else { throw answer.problem }
        return answer
    }

    /// Every item of a list that comes by pages.
    func all(
        _ path: String,
        of service: ServiceName,
        query: [(String, String)] = [],
        token: String?
    ) async throws -> [JSON] {
        var items: [JSON] = []
        var cursor: [(String, String)] = []
        while true {
            let page = try await send(.get(path, of: service, query: query + cursor, token: token)).json
            items += page["items"].elements
            guard let next = page["next"].text else { return items }
            cursor = [("after", next)]
        }
    }

    /// Whether a status may be another one a moment later.
    private static func isForNow(_ status: Int) -> Bool { [429, 500, 502, 503, 504].contains(status) }

    private func once(_ request: ServiceRequest, _ url: String) async throws -> ServiceAnswer {
        var outgoing = HTTPClientRequest(url: url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        outgoing.headers.add(name: "Accept-Language", value: "zh-CN")
        for (name, value) in [
            ("Authorization", request.token.map { "Bearer \($0)" }), ("Content-Type", request.contentType),
            ("If-Match", request.ifMatch), ("Idempotency-Key", request.idempotencyKey),
        ] {
            if let value { outgoing.headers.add(name: name, value: value) }
        }
        if request.contentType != nil { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
        let response = try await http.execute(outgoing, timeout: TimeAmount(timeout))
        let body = try await response.body.collect(upTo: 16 << 20)
        return ServiceAnswer(
            status: Int(response.status.code),
            version: response.headers.first(name: "ETag"),
            body: Array(body.readableBytesView)
        )
    }
}
