import Foundation

/// Where identifiers come from: for use cases and the rim, never for a domain, whose ids arrive in commands.
package enum NewID {
    /// A version 7 identifier of the real time and system randomness; it does not travel with the business clock.
    package static func v7() -> UUID {
        .v7(at: Date(), random: (.random(in: .min ... .max), .random(in: .min ... .max)))
    }
}
