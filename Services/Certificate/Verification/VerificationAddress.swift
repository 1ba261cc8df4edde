import Foundation
import ServiceKit

/// Where the public checks certificates; it stands on paper for decades.
struct VerificationAddress: Hashable, Sendable {
    /// Without a slash at the end: `https://gs.example.gov.cn`.
    let base: String

    /// A setting that cannot be; the service does not start with it.
    struct BadSetting: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads `GONGJIANG_PUBLIC_URL`; without it the service's own door on this machine.
    ///
    /// - Throws: ``BadSetting``.
    init(_ environment: ServiceEnvironment) throws {
        guard let text = environment.setting("public.url"), !text.isEmpty else {
            base = "http://localhost:\(environment.setting("http.port") ?? "8080")"
            return
        }
        guard let url = URLComponents(string: text), ["http", "https"].contains(url.scheme ?? ""), url.query == nil,
            url.fragment == nil, !(url.host ?? "").isEmpty
        else { throw BadSetting(description: "GONGJIANG_PUBLIC_URL is \(text), not an http(s) address") }
        base = text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    /// The page a QR code leads to.
    var page: String { "\(base)/verify" }
}
