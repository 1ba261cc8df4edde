import Contracts
import Foundation

/// The planned topology as the broker's definitions of one virtual host.
enum TopologyText {
    /// JSON with sorted keys, so that the same plan is the same text.
    static func planned() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Topology.planned), as: UTF8.self)
    }
}
