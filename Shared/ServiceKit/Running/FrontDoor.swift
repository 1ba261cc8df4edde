import Contracts
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Messaging
import NIOCore
import Postgres

/// The network side of HTTP: bytes in, bytes out; health and metrics are answered here, all else by the dispatcher.
struct FrontDoor: Sendable {
    let dispatcher: Dispatcher
    let readiness: Readiness
    let registry: PrometheusRegistry
    let replay: Replay
    let database: PostgresPool
    /// Addresses of proxies of ours, which tell in `X-Forwarded-For` for whom they ask.
    let proxies: Set<String>

    func respond(to request: Request, context: ClientContext) async -> Response {
        switch (request.method, request.uri.path) {
        case (.get, "/health/live"):
            return plain("alive\n")
        case (.get, "/health/ready"):
            let complaints = readiness.complaints
            return plain(
                complaints.isEmpty ? "ready\n" : complaints.joined(separator: "\n") + "\n",
                status: complaints.isEmpty ? .ok : .serviceUnavailable
            )
        case (.get, "/metrics"):
            return await metrics()
        default:
            return await pass(request, from: context.address)
        }
    }

    private func pass(_ request: Request, from address: String?) async -> Response {
        var request = request
        var plain = PlainRequest(request.method.rawValue, request.uri.string)
        for field in request.headers { plain.headers[field.name.canonicalName] = field.value }
        plain.source = Self.source(address, forwarded: plain.headers["x-forwarded-for"], by: proxies)
        let admission: Dispatcher.Admission
        switch await dispatcher.admit(plain) {
        case .admitted(let admitted): admission = admitted
        case .refused(let response): return write(response)
        }
        do {
            plain.body = Array(buffer: try await request.collectBody(upTo: admission.mostBytes))
        } catch {
            return write(dispatcher.tooLarge(plain, admission))
        }
        if let handler = longCall(plain, admission) { return write(await handler()) }
        return write(await dispatcher.respond(to: plain, admission))
    }

    /// The address a request came from: the peer's, or what a proxy of ours says, whose last word alone is its own.
    static func source(_ peer: String?, forwarded: String?, by proxies: Set<String>) -> String? {
        guard let peer, proxies.contains(peer) else { return peer }
        let last = forwarded?.split(separator: ",").last?.trimmingCharacters(in: .whitespaces)
        return last.flatMap { $0.isEmpty ? nil : $0 } ?? peer
    }

    /// A replay takes as long as it takes, so it is no route: it is checked by one and then done outside a transaction.
    private func longCall(
        _ request: PlainRequest,
        _ admission: Dispatcher.Admission
    ) -> (@Sendable () async -> PlainResponse)? {
        guard request.method == "POST", request.target == "/operator/replay" else { return nil }
        return {
            let checked = await dispatcher.respond(to: request, admission)
            guard checked.status == 200 else { return checked }
            do {
                let hearer = try WireFormat.decode(OperatorRoutes.ReplayWanted.self, from: checked.body).to
                let body = try WireFormat.encode(try await replay(to: hearer))
                return PlainResponse(status: 200, headers: checked.headers, body: body)
            } catch {
                return dispatcher.fault(error, of: request)
            }
        }
    }

    private func metrics() async -> Response {
        let kept = try? await database.transaction { tx in
            (backlog: try Backlog.measure(in: tx), calendar: try CalendarCopy.status(in: tx))
        }
        return plain(registry.text() + (kept.map { $0.backlog.prometheus + $0.calendar.prometheus } ?? ""))
    }

    private func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    private func write(_ response: PlainResponse) -> Response {
        var headers = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: response.status),
            headers: headers,
            body: response.stream.map(Self.body) ?? ResponseBody(byteBuffer: ByteBuffer(bytes: response.body))
        )
    }

    /// Reads the next piece only when the one before was taken, so that a slow reader costs one piece of memory.
    private static func body(_ stream: BodyStream) -> ResponseBody {
        ResponseBody(contentLength: stream.length) { writer in
            var index = 0
            while let piece = try await stream.piece(index) {
                if !piece.isEmpty { try await writer.write(ByteBuffer(bytes: piece)) }
                index += 1
            }
            try await writer.finish(nil)
        }
    }
}

/// A request's context that knows the peer's address.
struct ClientContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address without the port.
    let address: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}

extension Backlog {
    /// As Prometheus reads it.
    var prometheus: String {
        """
        # TYPE gongjiang_outbox_rows gauge
        gongjiang_outbox_rows \(outbox)
        # TYPE gongjiang_outbox_oldest_seconds gauge
        gongjiang_outbox_oldest_seconds \(oldestSeconds)
        # TYPE gongjiang_outbox_parked gauge
        gongjiang_outbox_parked \(parkedFacts)
        # TYPE gongjiang_deferred_rows gauge
        gongjiang_deferred_rows{reason="gap"} \(gaps)
        gongjiang_deferred_rows{reason="retry"} \(retries)
        gongjiang_deferred_rows{reason="parked"} \(parkedMessages)

        """
    }
}

extension CalendarCopy.Status {
    /// As Prometheus reads it: the version is a label, as it is no number.
    var prometheus: String {
        let label = version.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return """
            # TYPE gongjiang_calendar_info gauge
            gongjiang_calendar_info{version="\(label)",heard="\(publishedAt != nil)"} 1

            """
    }
}
