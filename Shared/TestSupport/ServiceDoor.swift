import Foundation
import Kernel

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

#if canImport(Glibc)
import Glibc
#endif

/// Where a test asks a service that runs as a process of its own, on a port the system chose.
package struct ServiceDoor: Sendable {
    package let port: Int

    /// No port is to be had.
    package struct NoPort: Error {}

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.connectionProxyDictionary = [:]
        configuration.timeoutIntervalForRequest = 20
        return URLSession(configuration: configuration)
    }()

    /// Finds a port nobody listens on just now.
    package init() throws(NoPort) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw NoPort() }
        defer { Glibc.close(descriptor) }
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
        guard bound else { throw NoPort() }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// The address of the service.
    package var url: String { "http://127.0.0.1:\(port)" }

    /// A request of a path; nil where it is none.
    package func request(_ path: String, method: String = "GET") -> URLRequest? {
        URL(string: url + path).map { address in
            var request = URLRequest(url: address)
            request.httpMethod = method
            return request
        }
    }

    /// The status a request is answered with; nil where no answer came.
    package func status(of request: URLRequest?) async -> Int? {
        guard let request else { return nil }
        return try? await (Self.session.data(for: request).1 as? HTTPURLResponse)?.statusCode
    }

    /// Starts a service and waits until it answers here.
    ///
    /// - Throws: What kept it from being started, or that it does not answer.
    package func open(_ start: () throws -> ServiceProcess) async throws -> ServiceProcess {
        let process = try start()
        let isThere = try await eventually { await status(of: request("/health/live")) == 200 }
        guard isThere else {
            await process.kill()
            throw NotFound("a service on port \(port)")
        }
        return process
    }
}
