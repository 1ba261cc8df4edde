import AMQP
import Logging
import TestSupport

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Runs a connected publisher for the length of a body.
func withPublisher<Value: Sendable>(
    _ configuration: AMQPConfiguration,
    window: Int = 500,
    confirmDeadline: Duration = .seconds(10),
    _ body: (Publisher) async throws -> Value
) async throws -> Value {
    let publisher = Publisher(configuration, window: window, confirmDeadline: confirmDeadline, logger: quiet)
    async let running: Void = publisher.run()
    let result: Result<Value, any Error>
    do {
        try await publisher.waitUntilConnected(within: .seconds(30))
        result = .success(try await body(publisher))
    } catch {
        result = .failure(error)
    }
    await publisher.shutdown()
    await running
    return try result.get()
}

/// Runs a consumer for the length of a body; it may not be connected yet.
func withConsumer<Value: Sendable>(
    _ configuration: AMQPConfiguration,
    queue: String,
    prefetch: Int = 1000,
    _ body: (Consumer) async throws -> Value
) async throws -> Value {
    let consumer = Consumer(configuration, queue: queue, prefetch: prefetch, logger: quiet)
    async let running: Void = consumer.run()
    let result: Result<Value, any Error>
    do { result = .success(try await body(consumer)) } catch { result = .failure(error) }
    await consumer.shutdown()
    await running
    return try result.get()
}

/// A message for a queue, by the default exchange.
func message(to queue: String, _ text: String = "", headers: [String: HeaderValue] = [:]) -> Message {
    Message(exchange: "", routingKey: queue, messageID: text, headers: headers, body: Array(text.utf8))
}
