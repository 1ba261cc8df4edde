import Foundation
import Glibc
import ServiceKit

/// This service's own HTTP door, as its pages knock at it to see whether they can be seen.
///
/// Blocks its thread while it waits, a few seconds at most: transactions run on threads of their own. It speaks plain HTTP
/// to the door itself; what stands before it, like a proxy that speaks TLS, is the operator's to watch.
struct PageDoor: Hashable, Sendable {
    /// Seconds for each step.
    private static let patience = 3
    /// The most of an answer that is read.
    private static let mostBytes = 2 << 20

    let host: String
    let port: String

    /// The door of `GONGJIANG_HTTP_PORT`, or an unencrypted `GONGJIANG_PUBLIC_URL`; nil where neither is known.
    init?(_ environment: ServiceEnvironment) {
        if let port = environment.setting("http.port"), !port.isEmpty {
            let host = environment.setting("http.host") ?? "127.0.0.1"
            self.host = ["0.0.0.0", "::", ""].contains(host) ? "127.0.0.1" : host
            self.port = port
        } else if let url = environment.setting("public.url").flatMap({ URLComponents(string: $0) }),
            url.scheme == "http",
            let host = url.host, url.path.isEmpty || url.path == "/"
        {
            self.host = host
            port = String(url.port ?? 80)
        } else {
            return nil
        }
    }

    /// Why a page cannot be fetched with `text` on it, nil where it can.
    func fault(at target: String, expecting text: String) -> String? {
        guard let descriptor = connect() else { return "unreachable" }
        defer { _ = close(descriptor) }
        let request =
            "GET \(target) HTTP/1.1\r\nhost: \(host):\(port)\r\nconnection: close\r\naccept: text/html\r\n\r\n"
        guard send(Array(request.utf8), to: descriptor) else { return "unreachable" }
        let answer = receive(from: descriptor)
        guard answer.hasPrefix("HTTP/1.1 ") else { return "no-answer" }
        let status = answer.dropFirst(9).prefix(3)
        guard status == "200" else { return "status-\(status)" }
        return answer.contains(text) ? nil : "other-content"
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes { buffer in
                unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private func receive(from descriptor: Int32) -> String {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while answer.count < Self.mostBytes {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            answer += buffer.prefix(count)
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private func connect() -> Int32? {
        var wanted = unsafe addrinfo()
        unsafe wanted.ai_family = AF_UNSPEC
        unsafe wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, port, &wanted, &list) == 0 else { return nil }
        defer { unsafe freeaddrinfo(list) }
        var next = unsafe list
        while let place = unsafe next {
            if let address = unsafe place.pointee.ai_addr,
                let descriptor = unsafe open(place.pointee.ai_family, address, place.pointee.ai_addrlen)
            {
                return descriptor
            }
            unsafe next = place.pointee.ai_next
        }
        return nil
    }

    private func open(_ family: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32? {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        guard unsafe Glibc.connect(descriptor, address, length) == 0 else {
            _ = close(descriptor)
            return nil
        }
        return descriptor
    }
}
