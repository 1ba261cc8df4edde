import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The network side: signatures, and the answers that are not as they should be.
struct FrontDoor: Sendable {
    let province: Province
    let key: SandboxKey
    let logger: Logger

    struct Reply {
        var status: Int
        var body: [UInt8]
    }

    func respond(to request: Request) async -> Response {
        var request = request
        let (method, target) = (request.method.rawValue, request.uri.string)
        if target == "/health/live" { return write(Reply(status: 200, body: Array("sandbox alive\n".utf8)), nil) }
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.collectBody(upTo: 16 << 20))
        } catch {
            return write(Reply(status: 413, body: []), nil)
        }
        logger.notice("asked", metadata: ["method": "\(method)", "target": "\(target)"])
        if target.hasPrefix("/sandbox/") {
            return write(await Controls(province: province).answer(method, target, body), nil)
        }
        func header(_ name: String) -> String { HTTPField.Name(name).flatMap { request.headers[$0] } ?? "" }
        let (signature, idempotencyKey) = (header("province-signature"), header("idempotency-key"))
        let isSigned = key.isSigned(
            signature,
            method: method,
            target: target,
            date: header("province-date"),
            idempotencyKey: idempotencyKey,
            body: body
        )
        guard header("province-key") == key.id, isSigned, isRecent(header("province-date")) else {
            return write(Reply(status: 401, body: Array(#"{"error":"signature"}"#.utf8)), signature)
        }
        if let milliseconds = await province.behaviour.slow {
            try? await Task.sleep(for: .milliseconds(milliseconds))
        }
        if await province.takes(\.unavailable) { return write(Reply(status: 503, body: []), signature) }
        let reply = await Interface(province: province).answer(method, target, body, idempotencyKey)
        if method == "POST", await province.takes(\.silent) { return hungUp() }
        if await province.takes(\.notJSON) {
            return write(Reply(status: 200, body: Array("<html>系统维护中</html>".utf8)), signature)
        }
        if await province.takes(\.oversize) {
            return write(Reply(status: 200, body: Array(repeating: 0x20, count: 5 << 20)), signature)
        }
        if await province.takes(\.wrongSignature) { return write(reply, "another request") }
        return write(reply, signature)
    }

    /// A date no more than five minutes off; what was recorded yesterday is not played again.
    private func isRecent(_ text: String) -> Bool {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        guard let date = format.date(from: text) else { return false }
        return abs(date.timeIntervalSinceNow) < 300
    }

    /// An answer that breaks off before its end.
    private func hungUp() -> Response {
        struct HungUp: Error {}
        return Response(
            status: .ok,
            headers: [.contentLength: "100"],
            body: ResponseBody(contentLength: 100) { _ in throw HungUp() }
        )
    }

    private func write(_ reply: Reply, _ request: String?) -> Response {
        var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        if let name = HTTPField.Name("x-gongjiang-sandbox") { headers[name] = "sandbox; not the provincial system" }
        if let request, let name = HTTPField.Name("province-signature") {
            headers[name] = key.sign(answer: reply.body, status: reply.status, to: request)
        }
        return Response(
            status: .init(code: reply.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
        )
    }
}
