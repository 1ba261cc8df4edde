import Foundation
import Testing

@testable import Operator

@Suite("The broker's definitions file")
struct TopologyFile {
    @Test("is what the command prints")
    func isWhatTheCommandPrints() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "deploy/rabbitmq/definitions.json")
        let written = try String(contentsOf: file, encoding: .utf8)
        let planned = try TopologyText.planned() + "\n"
        #expect(written == planned, "gongjiang topology > deploy/rabbitmq/definitions.json")
    }

    @Test("names no virtual host, so that it fits any")
    func namesNoVirtualHost() throws {
        let definitions = try JSON(bytes: Array(TopologyText.planned().utf8))
        for kind in ["exchanges", "queues", "bindings"] {
            let entries = definitions[kind].elements
            #expect(!entries.isEmpty)
            #expect(entries.allSatisfy { $0["vhost"] == .null })
        }
    }

    @Test("refuses what does not fit into a queue, and keeps what could not be handled")
    func losesNothing() throws {
        let definitions = try JSON(bytes: Array(TopologyText.planned().utf8))
        for queue in definitions["queues"].elements {
            let name = try queue["name"].text(of: "name")
            #expect(queue["arguments"]["x-queue-type"] == "quorum", "\(name)")
            if name.hasSuffix(".dead") { continue }
            #expect(queue["arguments"]["x-overflow"] == "reject-publish", "\(name)")
            #expect(queue["arguments"]["x-dead-letter-strategy"] == "at-least-once", "\(name)")
        }
    }
}
