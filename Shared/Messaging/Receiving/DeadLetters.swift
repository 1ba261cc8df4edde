import AMQP
import Contracts
import Logging

/// Gives what the broker gave up on one more chance, each alone, and parks only what fails again.
///
/// The broker counts every lost connection as an attempt, so most of what arrives here is sound.
struct DeadLetters: Sendable {
    let consumer: Consumer
    let facts: FactConsumer
    let ingress: IngressConsumer?
    let logger: Logger

    func run() async {
        while let batch = await consumer.nextBatch(max: 10, within: .milliseconds(3)) {
            do {
                for delivery in batch {
                    if let ingress, Sender(of: delivery.message) != nil {
                        try await ingress.take(delivery.message)
                    } else {
                        try await facts.takeAlone(delivery.message)
                    }
                    await consumer.acknowledge(through: delivery)
                }
            } catch {
                logger.warning("dead letters wait", metadata: ["error": "\(error)"])
                await consumer.requeueAll()
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
