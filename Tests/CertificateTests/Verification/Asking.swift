import Foundation

extension Bench {
    /// Asks whether a certificate is genuine, as anybody can or as somebody.
    func verify(_ number: String, _ name: String, as who: String? = nil) async throws -> Answered {
        let body = try JSONSerialization.data(withJSONObject: ["number": number, "name": name])
        return try await ask("POST /certificates/verification", as: who, body: String(decoding: body, as: UTF8.self))
    }
}
