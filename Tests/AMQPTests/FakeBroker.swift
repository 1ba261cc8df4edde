import Foundation
import Glibc
import Synchronization

/// Speaks just enough AMQP to misbehave in ways a real broker cannot be asked to.
///
/// The first connection misbehaves; those after it confirm and serve as they should.
final class FakeBroker: Sendable {
    enum Behaviour: Sendable {
        /// Everything as it should be.
        case good
        /// Says after the first publish that it does not read any more, and confirms only after ``FakeBroker/unblock()``.
        case blocked
        /// Never answers basic.consume.
        case stalledConsume
        /// Sends bytes that are no frame.
        case garbage
        /// Confirms a message nobody sent.
        case wrongConfirm
        /// Never confirms, but lives.
        case silent
        /// Neither reads nor writes any more, as a peer that lost power.
        case dead
        /// Reads nothing any more, but its heart beats.
        case deaf
        /// Asks to pause, and to go on after ``FakeBroker/unblock()``.
        case paused
    }

    private struct State {
        var sockets: [Int32] = []
        var connections = 0
        var isUnblocked = false
        var flowAnswers = 0
    }

    let port: Int
    private let first: Behaviour
    private let listener: Int32
    private let state = Mutex(State())

    init(_ first: Behaviour) throws {
        self.first = first
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (listener, size) = (listener, length)
        let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                let bound = unsafe bind(listener, address, size)
                return unsafe bound == 0 ? getsockname(listener, address, &length) : bound
            }
        }
        guard status == 0, listen(listener, 8) == 0 else { throw CocoaError(.fileReadUnknown) }
        port = Int(UInt16(bigEndian: address.sin_port))
        let thread = Thread { [self] in accepting() }
        thread.start()
    }

    /// How many clients have connected.
    var connections: Int { state.withLock { $0.connections } }

    /// How many times a client has agreed to pause or to go on.
    var flowAnswers: Int { state.withLock { $0.flowAnswers } }

    /// The blocked connection reads again.
    func unblock() {
        state.withLock { $0.isUnblocked = true }
    }

    func stop() {
        _ = shutdown(listener, Int32(SHUT_RDWR))
        for socket in state.withLock({ $0.sockets }) { _ = shutdown(socket, Int32(SHUT_RDWR)) }
    }

    private func accepting() {
        while true {
            let client = accept(listener, nil, nil)
            if client < 0 { break }
            let behaviour = state.withLock { state in
                state.sockets.append(client)
                state.connections += 1
                return state.connections == 1 ? first : .good
            }
            let thread = Thread { [self] in serve(client, behaviour) }
            thread.start()
        }
        _ = close(listener)
    }

    // MARK: One client

    private func serve(_ client: Int32, _ behaviour: Behaviour) {
        defer {
            state.withLock { state in state.sockets.removeAll { $0 == client } }
            _ = close(client)
        }
        guard read(client, 8) != nil else { return }
        // connection.start: version 0-9, no properties, PLAIN, en_US.
        send(client, 0, [0, 10, 0, 10, 0, 9, 0, 0, 0, 0] + long("PLAIN") + long("en_US"))
        var published: UInt64 = 0
        var confirmed: UInt64 = 0
        while let (type, payload) = frame(client) {
            if type == 8 {
                raw(client, [8, 0, 0, 0, 0, 0, 0, 206])
            }
            guard type == 1 else {
                if isComplete(type, payload), behaviour == .good || behaviour == .paused {
                    confirm(client, upTo: published, &confirmed)
                }
                continue
            }
            switch (payload[1], payload[3]) {
            case (10, 11): send(client, 0, [0, 10, 0, 30, 7, 255, 0, 2, 0, 0, 0, 60])
            case (10, 40): send(client, 0, [0, 10, 0, 41, 0])
            case (10, 50): send(client, 0, [0, 10, 0, 51])
            case (20, 10): send(client, 1, [0, 20, 0, 11, 0, 0, 0, 0])
            case (20, 21): state.withLock { $0.flowAnswers += 1 }
            case (60, 10): send(client, 1, [0, 60, 0, 11])
            case (60, 20):
                if behaviour == .stalledConsume { continue }
                send(client, 1, [0, 60, 0, 21, 1, 116])
                if !misbehave(client, behaviour) { return }
            case (85, 10):
                send(client, 1, [0, 85, 0, 11])
                if !misbehave(client, behaviour) { return }
            case (60, 40):
                published += 1
                guard behaviour == .blocked, published == 1 else { continue }
                send(client, 0, [0, 10, 0, 60, 3] + Array("low".utf8))
                waitForUnblock(client)
                send(client, 0, [0, 10, 0, 61])
                confirm(client, upTo: published, &confirmed)
                return goOn(client, published, confirmed)
            default: continue
            }
        }
    }

    /// After a blocked connection: as a good one.
    private func goOn(_ client: Int32, _ already: UInt64, _ confirmedBefore: UInt64) {
        var (published, confirmed) = (already, confirmedBefore)
        // The body of the message that was being sent when it blocked is not a new message.
        while let (type, payload) = frame(client) {
            if type == 1, payload[1] == 60, payload[3] == 40 { published += 1 }
            if type == 1, payload[1] == 10, payload[3] == 50 { send(client, 0, [0, 10, 0, 51]) }
            if isComplete(type, payload) { confirm(client, upTo: published, &confirmed) }
        }
    }

    /// What a connection does wrong once it is set up.
    ///
    /// - Returns: Whether to go on reading.
    private func misbehave(_ client: Int32, _ behaviour: Behaviour) -> Bool {
        switch behaviour {
        case .garbage:
            raw(client, Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
        case .wrongConfirm:
            send(client, 1, [0, 60, 0, 80, 0, 0, 0, 0, 0, 0, 0, 9, 0])
        case .dead:
            waitForUnblock(client, beating: false)
            return false
        case .deaf:
            waitForUnblock(client)
            return false
        case .paused:
            send(client, 1, [0, 20, 0, 20, 0])
            waitForUnblock(client)
            send(client, 1, [0, 20, 0, 20, 1])
        case .good, .blocked, .stalledConsume, .silent: break
        }
        return true
    }

    private func waitForUnblock(_ client: Int32, beating: Bool = true) {
        for _ in 0..<600 where !state.withLock({ $0.isUnblocked }) {
            if beating { raw(client, [8, 0, 0, 0, 0, 0, 0, 206]) }
            usleep(100_000)
        }
    }

    /// Whether a frame may be the last of a message: a piece of its body, or the header of an empty one.
    private func isComplete(_ type: UInt8, _ payload: [UInt8]) -> Bool {
        type == 3 || type == 2 && payload[4..<12].allSatisfy { $0 == 0 }
    }

    private func confirm(_ client: Int32, upTo number: UInt64, _ confirmed: inout UInt64) {
        guard number > confirmed else { return }
        confirmed = number
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        send(client, 1, [0, 60, 0, 80] + bytes + [1])
    }

    // MARK: Bytes

    private func long(_ text: String) -> [UInt8] {
        [0, 0, 0, UInt8(text.utf8.count)] + Array(text.utf8)
    }

    private func send(_ client: Int32, _ channel: UInt8, _ payload: [UInt8]) {
        raw(client, [1, 0, channel, 0, 0, 0, UInt8(payload.count)] + payload + [206])
    }

    private func raw(_ client: Int32, _ bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBytes {
            unsafe Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    private func frame(_ client: Int32) -> (type: UInt8, payload: [UInt8])? {
        guard let head = read(client, 7) else { return nil }
        let size = head[3...6].reduce(0) { $0 << 8 | Int($1) }
        guard let rest = read(client, size + 1) else { return nil }
        return (head[0], Array(rest.dropLast()))
    }

    private func read(_ client: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let from = done
            let part = unsafe bytes.withUnsafeMutableBytes {
                unsafe Glibc.read(client, $0.baseAddress?.advanced(by: from), count - from)
            }
            if part <= 0 { return nil }
            done += part
        }
        return bytes
    }
}
