import Foundation
import Glibc
import Synchronization

/// A daemon that speaks INSTREAM on a socket in the file system, and remembers what it was sent.
final class FakeClamd: Sendable {
    /// How it answers.
    enum Manner: Sendable {
        /// `OK`, or `FOUND` where the file holds the word EICAR.
        case honest
        /// Hangs up after so many bytes, as one does that takes no larger files.
        case takesOnly(Int)
        /// Says something else.
        case says(String)
    }

    let path: String
    private let manner: Mutex<Manner>
    private let received = Mutex<[[UInt8]]>([])
    private let listener: Int32

    /// The files it was sent, whole.
    var files: [[UInt8]] { received.withLock { $0 } }

    init(_ manner: Manner = .honest) throws {
        path = "/tmp/clamd-\(UUID().uuidString.prefix(8)).sock"
        self.manner = Mutex(manner)
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(listener, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
        let thread = Thread { [self] in serve() }
        thread.start()
    }

    func behave(_ manner: Manner) { self.manner.withLock { $0 = manner } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        unsafe unlink(path)
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            answer(client)
            close(client)
        }
        close(listener)
    }

    private func answer(_ client: Int32) {
        guard read(client, 10) == Array("zINSTREAM\0".utf8) else { return say("UNKNOWN COMMAND", to: client) }
        var file: [UInt8] = []
        let manner = manner.withLock { $0 }
        while true {
            let length = read(client, 4).reduce(0) { $0 << 8 | Int($1) }
            if length == 0 { break }
            file += read(client, length)
            if case .takesOnly(let most) = manner, file.count > most {
                return say("INSTREAM size limit exceeded. ERROR", to: client)
            }
        }
        received.withLock { $0.append(file) }
        switch manner {
        case .says(let text): say(text, to: client)
        case .honest, .takesOnly:
            let isInfected = file.count < 10_000 && String(decoding: file, as: UTF8.self).contains("EICAR")
            say(isInfected ? "stream: Eicar-Test-Signature FOUND" : "stream: OK", to: client)
        }
    }

    private func say(_ text: String, to client: Int32) {
        let bytes = Array(text.utf8) + [0]
        _ = unsafe bytes.withUnsafeBytes { unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private func read(_ client: Int32, _ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < count {
            let wanted = min(buffer.count, count - bytes.count)
            let got = unsafe buffer.withUnsafeMutableBytes { unsafe recv(client, $0.baseAddress, wanted, 0) }
            guard got > 0 else { break }
            bytes += buffer.prefix(got)
        }
        return bytes
    }
}
