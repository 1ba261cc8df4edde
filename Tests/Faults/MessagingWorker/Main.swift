import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Messaging
import Postgres

/// One service's messaging in a process of its own, so that a test can kill it at a crash point.
///
/// It is told everything by ``Instructions``; it ends with 0 when its work is done, and with 1 when it is not in a minute.
@main
struct MessagingWorker {
    static func main() async throws {
        let instructions = try Instructions(ProcessInfo.processInfo.environment)
        let isDone = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work(instructions)
                return true
            }
            group.addTask {
                try await Task.sleep(for: .seconds(60))
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
        exit(isDone ? 0 : 1)
    }

    private static func work(_ instructions: Instructions) async throws {
        let logger = Logger(label: "worker")
        let database = PostgresPool(instructions.database, size: 6, logger: logger)
        let service: ServiceName = instructions.role == .hearer ? .publicityTimer : .evaluation
        let outbox = Outbox(service: service)
        let messaging = Messaging(
            service: service,
            subscriptions: instructions.role.subscriptions(refusingOnce: instructions.refuse),
            outbox: outbox,
            clock: BusinessClock(travels: false),
            database: database,
            broker: instructions.broker,
            userOf: { [user = instructions.broker.user] _ in user },
            ingress: .init(explain: { _ in nil }, seal: { $0 }),
            logger: logger
        )
        if instructions.role == .speaker {
            try await Speech(outbox: outbox, database: database).tell(instructions.facts, about: instructions.subjects)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await messaging.run() }
            try await instructions.role.wait(in: database)
            await messaging.drain()
            group.cancelAll()
        }
    }
}
