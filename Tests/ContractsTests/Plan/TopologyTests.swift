import Kernel
import Testing

@testable import Contracts

/// The broker as it is planned; the expectations are written out and not computed a second time.
@Suite("The planned topology")
struct TopologyTests {
    private let planned = Topology.planned

    @Test(
        "binds each hearer's queue to its speakers and to the replay, and to nothing else",
        arguments: [
            (ServiceName.filing, ["calendar.#", "certificate.#", "compensation.#", "evaluation.#", "publicity.#"]),
            (.evaluation, ["calendar.#", "filing.#", "publicity.#"]),
            (.publicityTimer, ["evaluation.#", "filing.#"]),
            (.certificate, ["calendar.#", "evaluation.#", "filing.#", "publicity.#"]),
            (.compensation, ["calendar.#", "certificate.#", "evaluation.#", "filing.#", "publicity.#"]),
        ]
    )
    func bindings(hearer: ServiceName, keys: [String]) {
        let own = planned.bindings.filter { $0.destination == "gongjiang.\(hearer.rawValue)" }
        #expect(own.filter { $0.source == "gongjiang.facts" }.map(\.routingKey).sorted() == keys)
        #expect(own.filter { $0.source == "gongjiang.replay" }.map(\.routingKey) == [hearer.rawValue])
        #expect(own.count == keys.count + 1)
        #expect(own.allSatisfy { $0.destinationType == "queue" })
    }

    @Test("has the queues of the hearers")
    func queues() {
        #expect(
            planned.queues.map(\.name).sorted() == [
                "gongjiang.certificate", "gongjiang.certificate.dead", "gongjiang.compensation",
                "gongjiang.compensation.dead", "gongjiang.compensation.ingress", "gongjiang.evaluation",
                "gongjiang.evaluation.dead",
                "gongjiang.evaluation.ingress", "gongjiang.filing", "gongjiang.filing.dead",
                "gongjiang.publicity-timer",
                "gongjiang.publicity-timer.dead",
            ]
        )
    }

    @Test("takes enterprises' messages into a queue of their own")
    func ingress() {
        let own = planned.bindings.filter { $0.source == "gongjiang.ingress" }
        #expect(own.map(\.destination) == ["gongjiang.evaluation.ingress", "gongjiang.compensation.ingress"])
        #expect(own.map(\.routingKey) == ["*.application-submitted", "*.attestation-submitted"])
    }

    @Test(
        "keeps what a service could not take, refuses what does not fit, and has one reader at a time",
        arguments: Topology.planned.queues.filter { !$0.name.hasSuffix(".dead") }
    )
    func work(queue: Topology.Queue) {
        let service = queue.name.replacing(".ingress", with: "")
        #expect(
            queue.arguments == [
                "x-queue-type": .text("quorum"),
                "x-single-active-consumer": .flag(true),
                "x-delivery-limit": .number(50),
                "x-overflow": .text("reject-publish"),
                "x-dead-letter-exchange": .text(""),
                "x-dead-letter-routing-key": .text("\(service).dead"),
                "x-dead-letter-strategy": .text("at-least-once"),
            ]
        )
        #expect(queue.durable)
        #expect(!queue.autoDelete)
        #expect(planned.queues.contains { $0.name == "\(service).dead" })
    }

    @Test(
        "loses no dead letter: a plain quorum queue without limit or end",
        arguments: Topology.planned.queues.filter { $0.name.hasSuffix(".dead") }
    )
    func dead(queue: Topology.Queue) {
        #expect(queue.arguments == ["x-queue-type": .text("quorum")])
        #expect(!planned.bindings.contains { $0.destination == queue.name })
    }

    @Test("has durable exchanges, and none of them another to fall back on")
    func exchanges() {
        let kinds = Dictionary(uniqueKeysWithValues: planned.exchanges.map { ($0.name, $0.type) })
        #expect(
            kinds == [
                "gongjiang.facts": "topic", "gongjiang.ingress": "topic", "gongjiang.receipts": "topic",
                "gongjiang.enterprise": "topic", "gongjiang.replay": "direct", planned.marker: "fanout",
            ]
        )
        #expect(planned.exchanges.allSatisfy { $0.durable && !$0.autoDelete && !$0.internal && $0.arguments.isEmpty })
    }

    @Test("has one queue for each end of a binding")
    func whole() {
        let exchanges = Set(planned.exchanges.map(\.name))
        let queues = Set(planned.queues.map(\.name))
        #expect(queues.count == planned.queues.count)
        #expect(Set(planned.bindings).count == planned.bindings.count)
        #expect(planned.bindings.allSatisfy { exchanges.contains($0.source) && queues.contains($0.destination) })
    }

    @Test("makes no queue for a service that hears nobody")
    func deaf() {
        let topology = Topology(heard: { $0 == .evaluation ? [.filing] : [] }, taken: { _ in [] })
        #expect(topology.queues.map(\.name) == ["gongjiang.evaluation.dead", "gongjiang.evaluation"])
    }

    @Test("names queue and user of an enterprise by its credit code")
    func enterprise() {
        #expect(Topology.enterpriseQueue("91371600MA3N00011J") == "gongjiang.enterprise.91371600MA3N00011J")
        #expect(Topology.enterpriseUser("91371600MA3N00011J") == "enterprise-91371600MA3N00011J")
    }
}

@Suite("The mark of a topology")
struct MarkerTests {
    private func marker(
        heard: (ServiceName) -> [ServiceName] = Plan.heard,
        taken: (ServiceName) -> [String] = Plan.takenFromEnterprises
    ) -> String {
        Topology(heard: heard, taken: taken).marker
    }

    @Test("is the same for the same plan, in whatever order it is written")
    func same() {
        #expect(marker() == Topology.planned.marker)
        #expect(marker(heard: { Plan.heard(by: $0).reversed() }) == marker())
        #expect(marker().wholeMatch(of: /gongjiang\.topology\.[0-9a-f]+/) != nil)
    }

    @Test("is another for each speaker heard no more", arguments: ServiceName.allCases)
    func fewer(hearer: ServiceName) {
        for speaker in Plan.heard(by: hearer) {
            let other = marker(heard: { service in
                Plan.heard(by: service).filter { service != hearer || $0 != speaker }
            })
            #expect(other != marker(), "\(hearer) without \(speaker)")
        }
    }

    @Test("is another when a service hears one more, or takes one message more")
    func more() {
        let hearing = marker(heard: { $0 == .filing ? [.compensation] : Plan.heard(by: $0) })
        let taking = marker(taken: { Plan.takenFromEnterprises(by: $0) + ($0 == .evaluation ? ["another"] : []) })
        let renamed = marker(taken: { $0 == .evaluation ? ["application-handed-in"] : [] })
        #expect(Set([marker(), hearing, taking, renamed]).count == 4)
    }
}
