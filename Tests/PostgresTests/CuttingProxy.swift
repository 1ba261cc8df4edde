import Foundation
import Glibc
import Synchronization
import Testing

/// A TCP proxy in front of the server that can break a connection at its COMMIT.
final class CuttingProxy: Sendable {
    /// What happens to the next COMMIT that passes.
    enum Cut: Sendable {
        case none
        /// The server gets COMMIT and answers; the client never hears of it.
        case beforeTheAnswer
        /// The connection breaks on both sides before the server gets COMMIT.
        case beforeTheCommit
        /// The client's side breaks before the server gets COMMIT; the server's side stays open.
        case clientOnly
    }

    private struct State {
        var cut = Cut.none
        var refusesAfterCut = false
        var refuses = false
        var stranded: [Int32] = []
    }

    let port: UInt16
    private let listener: Int32
    private let target: UInt16
    private let state = Mutex(State())

    init(to target: UInt16) throws {
        self.target = target
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        guard unsafe withLocalAddress(0, { unsafe bind(listener, $0, $1) }) == 0, listen(listener, 16) == 0 else {
            throw POSIXError(.EADDRINUSE)
        }
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let named = unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(listener, $0, &length)
            }
        }
        guard named == 0 else { throw POSIXError(.EINVAL) }
        port = UInt16(bigEndian: address.sin_port)
        let thread = Thread { [self] in accept() }
        thread.start()
    }

    /// Arms the proxy for the next COMMIT.
    ///
    /// - Parameters:
    ///   - cut: What happens to it.
    ///   - refusing: Whether nobody gets through afterwards.
    func cut(_ cut: Cut, refusing: Bool = false) {
        state.withLock {
            $0.cut = cut
            $0.refusesAfterCut = refusing
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        let stranded = state.withLock { $0.stranded }
        for descriptor in stranded { close(descriptor) }
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { break }
            let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard !state.withLock({ $0.refuses }),
                unsafe withLocalAddress(target, { unsafe connect(server, $0, $1) }) == 0
            else {
                close(client)
                close(server)
                continue
            }
            let thread = Thread { [self] in pump(client, server) }
            thread.start()
        }
        close(listener)
    }

    private func pump(_ client: Int32, _ server: Int32) {
        var keepsServer = false
        defer {
            close(client)
            if keepsServer { state.withLock { $0.stranded.append(server) } } else { close(server) }
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var descriptors = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            guard unsafe poll(&descriptors, 2, -1) > 0 else { return }
            for (from, to) in [(0, server), (1, client)] where descriptors[from].revents != 0 {
                let count = unsafe read(descriptors[from].fd, &buffer, buffer.count)
                guard count > 0 else { return }
                let cut = from == 0 ? takeCut(for: buffer[..<count]) : .none
                switch cut {
                case .beforeTheCommit: return
                case .clientOnly:
                    keepsServer = true
                    return
                case .none, .beforeTheAnswer:
                    guard unsafe write(to, buffer, count) == count else { return }
                }
                if cut == .beforeTheAnswer {
                    // The answer is here, so the server is done; it goes no further.
                    _ = unsafe poll(&descriptors[1], 1, 10_000)
                    return
                }
            }
        }
    }

    /// The cut for these bytes of the client, if they are a COMMIT and one is armed.
    private func takeCut(for bytes: ArraySlice<UInt8>) -> Cut {
        guard bytes.elementsEqual([UInt8(ascii: "Q"), 0, 0, 0, 11] + Array("commit".utf8) + [0]) else { return .none }
        return state.withLock { state in
            defer { state.cut = .none }
            if state.cut != .none, state.refusesAfterCut { state.refuses = true }
            return state.cut
        }
    }
}

@unsafe private func withLocalAddress<Value>(
    _ port: UInt16,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
) -> Value {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: &address) { address in
        unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
