/// The services of the system; the raw value is the executable's name.
package enum ServiceName: String, CaseIterable, Codable, Sendable {
    case filing
    case evaluation
    case publicityTimer = "publicity-timer"
    case certificate
    case compensation

    /// The first words of the facts it says.
    package var speaks: [String] {
        switch self {
        case .publicityTimer: ["publicity", "calendar"]
        default: [rawValue]
        }
    }

    /// The CloudEvents source of its facts.
    package var source: String { "/gongjiang/\(rawValue)" }

    /// The name of its database and of the role that serves it.
    package var database: String { rawValue.replacing("-", with: "_") }

    /// The service whose facts carry this source, or nil for an unknown speaker.
    package init?(source: String) {
        guard source.hasPrefix("/gongjiang/") else { return nil }
        self.init(rawValue: String(source.dropFirst("/gongjiang/".count)))
    }
}
