import Contracts
import Foundation
import Kernel

/// One call of a service's route.
struct ServiceRequest: Sendable {
    let service: ServiceName
    let method: String
    /// With the query, percent-encoded.
    let path: String
    let token: String?
    var body: [UInt8] = []
    var contentType: String?
    /// The version the caller has seen, as the service wrote it in `ETag`.
    var ifMatch: String?
    /// The same for every attempt at one command, so that it is carried out once.
    var idempotencyKey: String?

    /// Asks for something.
    static func get(
        _ path: String,
        of service: ServiceName,
        query: [(String, String)] = [],
        token: String?
    ) -> ServiceRequest {
        ServiceRequest(service: service, method: "GET", path: path + text(of: query), token: token)
    }

    /// A command with a JSON body.
    static func send(
        _ path: String,
        of service: ServiceName,
        _ body: JSON,
        method: String = "POST",
        token: String?,
        ifMatch: String? = nil
    ) throws -> ServiceRequest {
        ServiceRequest(
            service: service,
            method: method,
            path: path,
            token: token,
            body: try WireFormat.encode(body),
            contentType: "application/json",
            ifMatch: ifMatch,
            idempotencyKey: UUID().lowercase
        )
    }

    /// `?a=b&c=d`, with everything encoded that is not a letter, a digit or one of `-._~`.
    private static func text(of query: [(String, String)]) -> String {
        let plain = CharacterSet(charactersIn: "-._~").union(
            .alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7f}"))
        )
        let parts = query.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}
