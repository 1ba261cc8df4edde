import Foundation

/// The broker's exchanges, queues and bindings, made from ``Plan``.
///
/// Loaded before any service starts. Arguments of a queue cannot be changed later: a change is a new queue.
package struct Topology: Encodable, Hashable, Sendable {
    /// The exchange of facts; no alternate exchange, since a message routed by one counts as routed.
    package static let facts = "gongjiang.facts"
    /// Where enterprise systems publish, key `<credit code>.<message>`.
    package static let ingress = "gongjiang.ingress"
    /// Where they are answered, key `<credit code>.accepted|rejected`.
    package static let receipts = "gongjiang.receipts"
    /// What they hear, key `<credit code>.<service>.<fact>`.
    package static let enterprise = "gongjiang.enterprise"

    /// Where a service sends its archive again to one hearer, key `<hearer>`.
    package static let replay = "gongjiang.replay"

    /// An exchange as the broker's definitions name it.
    package struct Exchange: Encodable, Hashable, Sendable {
        package let name: String
        let type: String
        let durable = true
        let autoDelete = false
        let `internal` = false
        let arguments: [String: String] = [:]

        enum CodingKeys: String, CodingKey {
            case name, type, durable, `internal`, arguments
            case autoDelete = "auto_delete"
        }
    }

    /// A queue as the broker's definitions name it.
    package struct Queue: Encodable, Hashable, Sendable {
        package let name: String
        let durable = true
        let autoDelete = false
        package let arguments: [String: Argument]

        enum CodingKeys: String, CodingKey {
            case name, durable, arguments
            case autoDelete = "auto_delete"
        }
    }

    /// The value of a queue argument.
    package enum Argument: Encodable, Hashable, Sendable {
        case text(String), number(Int), flag(Bool)

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .flag(let value): try container.encode(value)
            }
        }
    }

    /// A binding of a queue to an exchange.
    package struct Binding: Encodable, Hashable, Sendable {
        let source: String
        let destination: String
        let destinationType = "queue"
        let routingKey: String
        let arguments: [String: String] = [:]

        enum CodingKeys: String, CodingKey {
            case source, destination, arguments
            case destinationType = "destination_type"
            case routingKey = "routing_key"
        }
    }

    package var exchanges: [Exchange]
    package let queues: [Queue]
    package let bindings: [Binding]

    /// The queue a service hears facts from.
    package static func queue(of service: ServiceName) -> String { "gongjiang.\(service.rawValue)" }
    /// The queue a service takes enterprise messages from.
    package static func ingressQueue(of service: ServiceName) -> String { "\(queue(of: service)).ingress" }
    /// Where the broker puts what a service could not take after fifty deliveries.
    package static func deadQueue(of service: ServiceName) -> String { "\(queue(of: service)).dead" }
    /// The queue of one enterprise's own system; made when access is granted.
    package static func enterpriseQueue(_ creditCode: String) -> String { "gongjiang.enterprise.\(creditCode)" }
    /// The broker user of one enterprise's own system.
    package static func enterpriseUser(_ creditCode: String) -> String { "enterprise-\(creditCode)" }

    /// The topology of ``Plan``.
    package static let planned = Topology(heard: Plan.heard, taken: Plan.takenFromEnterprises)

    /// The topology of any plan: the speakers a service hears, the enterprises' messages it takes.
    init(heard: (ServiceName) -> [ServiceName], taken: (ServiceName) -> [String]) {
        var queues: [Queue] = []
        var bindings: [Binding] = []
        for service in ServiceName.allCases {
            let heard = heard(service)
            let taken = taken(service)
            guard !heard.isEmpty || !taken.isEmpty else { continue }
            let dead = Self.deadQueue(of: service)
            queues.append(Queue(name: dead, arguments: ["x-queue-type": .text("quorum")]))
            if !heard.isEmpty {
                queues.append(Queue(name: Self.queue(of: service), arguments: Self.workArguments(dead: dead)))
                for word in heard.flatMap(\.speaks) {
                    bindings.append(
                        Binding(source: Self.facts, destination: Self.queue(of: service), routingKey: "\(word).#")
                    )
                }
                bindings.append(
                    Binding(
                        source: Self.replay,
                        destination: Self.queue(of: service),
                        routingKey: service.rawValue
                    )
                )
            }
            if !taken.isEmpty {
                let name = Self.ingressQueue(of: service)
                queues.append(Queue(name: name, arguments: Self.workArguments(dead: dead)))
                for message in taken {
                    bindings.append(Binding(source: Self.ingress, destination: name, routingKey: "*.\(message)"))
                }
            }
        }
        self.queues = queues
        self.bindings = bindings
        exchanges = [Self.facts, Self.ingress, Self.receipts, Self.enterprise].map { Exchange(name: $0, type: "topic") }
        exchanges.append(Exchange(name: Self.replay, type: "direct"))
        exchanges.append(Exchange(name: marker, type: "fanout"))
    }

    private static func workArguments(dead: String) -> [String: Argument] {
        [
            "x-queue-type": .text("quorum"),
            "x-single-active-consumer": .flag(true),
            "x-delivery-limit": .number(50),
            "x-overflow": .text("reject-publish"),
            "x-dead-letter-exchange": .text(""),
            "x-dead-letter-routing-key": .text(dead),
            "x-dead-letter-strategy": .text("at-least-once"),
        ]
    }

    /// An exchange nobody uses, named by this plan's digest.
    ///
    /// A service may look whether an exchange exists but not at a queue's arguments; so what it looks for is the mark
    /// that exactly this plan was loaded.
    package var marker: String { "gongjiang.topology.\(digest)" }

    /// A short digest (FNV-1a, 64 bits) of queues and bindings: it tells plans apart, it protects nothing.
    private var digest: String {
        let lines =
            queues.map { queue in
                "\(queue.name) " + queue.arguments.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
            } + bindings.map { "\($0.source) \($0.destination) \($0.routingKey)" }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in lines.sorted().joined(separator: "\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
