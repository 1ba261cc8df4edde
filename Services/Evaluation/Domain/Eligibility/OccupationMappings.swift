import Foundation
import Kernel

/// Which old names of occupations somebody decided to be the same occupation as one of today.
package struct OccupationMappings: Sendable {
    private let words: [Key: String]

    private struct Key: Hashable {
        let from: String
        let code: String
        let edition: String
    }

    /// The decisions that hold, the newest of each last.
    package init(_ decisions: [MappingDecision.Content]) {
        var words: [Key: String] = [:]
        for decision in decisions {
            let key = Key(
                from: Normalised.identifier(decision.from.name),
                code: decision.to.code,
                edition: decision.to.edition
            )
            words[key] = decision.words
        }
        self.words = words
    }

    /// The decision by which an occupation on a certificate is the one applied for, in words; nil where there is none.
    func words(from name: String, to occupation: Occupation) -> String? {
        if words.isEmpty { return nil }
        let key = Key(from: Normalised.identifier(name), code: occupation.code, edition: occupation.edition)
        return words[key]
    }
}
