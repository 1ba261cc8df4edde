import Glibc

/// A connection to a scanner on this thread, which may block: transactions run on threads of their own.
///
/// Closed when it goes out of scope.
struct ScannerSocket: ~Copyable {
    private let descriptor: Int32

    /// Connects.
    ///
    /// - Throws: ``ClamdScanner/Failure/unreachable(_:)``.
    init(_ address: ClamdScanner.Address, patience: Int) throws(ClamdScanner.Failure) {
        let descriptor =
            switch address {
            case .local(let path): Self.connect(path: path, patience)
            case .network(let host, let port): Self.connect(host: host, port: port, patience)
            }
        guard let descriptor else { throw .unreachable("nobody listens") }
        self.descriptor = descriptor
    }

    deinit { _ = close(descriptor) }

    /// Sends all bytes.
    ///
    /// - Throws: ``ClamdScanner/Failure/unreachable(_:)``.
    borrowing func send(_ bytes: [UInt8]) throws(ClamdScanner.Failure) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes { buffer in
                // Without MSG_NOSIGNAL a scanner that hangs up would end the process.
                unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unreachable("it hung up or takes no more") }
            sent += count
        }
    }

    /// The answer up to a zero byte or the end.
    ///
    /// - Throws: ``ClamdScanner/Failure/unreachable(_:)``.
    borrowing func receive() throws(ClamdScanner.Failure) -> String {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 512)
        while answer.count < 4096 {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreachable("it does not answer") }
            answer += buffer.prefix(count)
            if count == 0 || answer.last == 0 || answer.last == 0x0A { break }
        }
        while let last = answer.last, last == 0 || last == 0x0A { answer.removeLast() }
        return String(decoding: answer, as: UTF8.self)
    }

    private static func connect(path: String, _ patience: Int) -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard path.utf8.count < room.count else { return false }
            unsafe room.copyBytes(from: path.utf8)
            return true
        }
        guard fits else { return nil }
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                unsafe open(AF_UNIX, plain, socklen_t(MemoryLayout<sockaddr_un>.size), patience)
            }
        }
    }

    private static func connect(host: String, port: String, _ patience: Int) -> Int32? {
        var wanted = unsafe addrinfo()
        unsafe wanted.ai_family = AF_UNSPEC
        unsafe wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, port, &wanted, &list) == 0 else { return nil }
        defer { unsafe freeaddrinfo(list) }
        var next = unsafe list
        while let place = unsafe next {
            if let address = unsafe place.pointee.ai_addr,
                let descriptor = unsafe open(place.pointee.ai_family, address, place.pointee.ai_addrlen, patience)
            {
                return descriptor
            }
            unsafe next = place.pointee.ai_next
        }
        return nil
    }

    /// A connected socket that waits so many seconds for each step, connecting included.
    private static func open(
        _ family: Int32,
        _ address: UnsafePointer<sockaddr>,
        _ length: socklen_t,
        _ patience: Int
    ) -> Int32? {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var limit = timeval(tv_sec: patience, tv_usec: 0)
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
