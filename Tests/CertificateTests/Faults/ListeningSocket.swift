#if canImport(Glibc)
import Glibc
#endif

/// A socket of this machine alone, on a port the system chose; closed, the port is free for somebody else.
struct ListeningSocket {
    private let descriptor: Int32
    let port: Int

    struct Failed: Error {}

    init() throws(Failed) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failed() }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                guard unsafe bind(descriptor, plain, length) == 0 else { return false }
                return unsafe getsockname(descriptor, plain, &length) == 0
            }
        }
        guard bound else {
            Glibc.close(descriptor)
            throw Failed()
        }
        self.descriptor = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func close() { Glibc.close(descriptor) }
}
