import Foundation
import ServiceKit

/// This service's own HTTP door, as its pages knock at it to see whether they can be seen.
///
/// It waits a few seconds at most. What stands before the door, like a proxy that speaks TLS, is seen only where the door
/// itself is not known.
struct PageDoor: Hashable, Sendable {
    /// How long an answer may take.
    private static let patience = Duration.seconds(3)

    /// Without a slash at the end.
    let base: String

    /// The door of `GONGJIANG_HTTP_PORT`, or else `GONGJIANG_PUBLIC_URL`; nil where neither is set.
    init?(_ environment: ServiceEnvironment) {
        if let port = environment.setting("http.port"), !port.isEmpty {
            let host = environment.setting("http.host") ?? ""
            base = "http://\(["", "0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host):\(port)"
        } else if environment.setting("public.url")?.isEmpty == false, let address = try? PublicAddress(environment) {
            base = address.base
        } else {
            return nil
        }
    }

    /// Why a page cannot be fetched with `text` on it, nil where it can.
    func fault(at target: String, expecting text: String) async -> String? {
        guard let answer = await PageFetch.get(base + target, within: Self.patience) else { return "unreachable" }
        guard answer.status == 200 else { return "status-\(answer.status)" }
        return answer.body.contains(text) ? nil : "other-content"
    }
}
