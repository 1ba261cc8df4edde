/// Asks ClamAV's daemon, by its INSTREAM command.
///
/// `zINSTREAM`, then pieces with their length in four bytes, big-endian, then a piece without bytes; the answer is
/// `stream: OK`, `stream: <name> FOUND` or an `ERROR`.
package struct ClamdScanner: AttachmentScanner, Hashable {
    /// Where the daemon listens.
    package enum Address: Hashable, Sendable {
        /// A socket in the file system.
        case local(String)
        case network(host: String, port: String)

        /// Reads `/run/clamav/clamd.ctl`, `unix:/run/…`, `host:3310` or `tcp://host:3310`; nil for anything else.
        package init?(_ text: String) {
            if text.hasPrefix("/") || text.hasPrefix("unix:") {
                let path = text.hasPrefix("/") ? text : String(text.dropFirst("unix:".count))
                guard path.hasPrefix("/"), (2...107).contains(path.utf8.count) else { return nil }
                self = .local(path)
                return
            }
            let place = text.hasPrefix("tcp://") ? String(text.dropFirst("tcp://".count)) : text
            guard let colon = place.lastIndex(of: ":"), let port = UInt16(place[place.index(after: colon)...]),
                colon != place.startIndex
            else { return nil }
            let host = place[..<colon].filter { $0 != "[" && $0 != "]" }
            self = .network(host: host, port: "\(port)")
        }
    }

    /// There is no verdict.
    package enum Failure: Error, Hashable {
        /// Nobody listens at the address, or does not answer in time.
        case unreachable(String)
        /// The daemon answered this instead of a verdict.
        case answered(String)
    }

    private let address: Address
    /// Seconds to wait for each step; shorter than a transaction may stand idle.
    private let patience: Int

    /// - Parameters:
    ///   - address: Where the daemon listens.
    ///   - patience: Seconds to wait for each step; shorter than a transaction may stand idle (30).
    package init(_ address: Address, patience: Int = 25) {
        self.address = address
        self.patience = patience
    }

    package func scan(size: Int, read: (Range<Int>) throws -> [UInt8]) throws -> ScanVerdict {
        let socket = try ScannerSocket(address, patience: patience)
        try socket.send(Array("zINSTREAM\0".utf8))
        do {
            for start in stride(from: 0, to: size, by: Inspection.pieceLength) {
                let piece = try read(start..<min(size, start + Inspection.pieceLength))
                try socket.send(Self.length(piece.count))
                try socket.send(piece)
            }
            try socket.send(Self.length(0))
        } catch let failure as Failure {
            // The daemon hangs up on files larger than it is set to take, and says so first.
            guard let answer = try? socket.receive(), !answer.isEmpty else { throw failure }
            return try Self.verdict(answer)
        }
        return try Self.verdict(try socket.receive())
    }

    private static func length(_ count: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    static func verdict(_ answer: String) throws -> ScanVerdict {
        let words = answer.hasPrefix("stream: ") ? answer.dropFirst("stream: ".count) : answer[...]
        if words == "OK" { return .clean }
        if words.hasSuffix(" FOUND") { return .infected(String(words.dropLast(" FOUND".count).prefix(200))) }
        throw Failure.answered(String(answer.prefix(200)))
    }
}
