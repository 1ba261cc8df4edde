import Foundation
import Kernel
import Postgres

/// The right to do what only one replica does, held for some seconds and renewed by the doing.
///
/// No connection is held between two turns. A holder that was stopped and wakes up late can at worst send something a
/// second time, which every hearer recognises.
struct TaskLease: Sendable {
    let task: String
    let seconds: Double
    private let holder = NewID.v7()

    init(_ task: String, seconds: Double = 10) {
        self.task = task
        self.seconds = seconds
    }

    /// Takes or renews the lease; false while another replica holds it.
    func take(in tx: borrowing Transaction) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO task_lease (task, holder, until)
            VALUES (\(task), \(holder), clock_timestamp() + make_interval(secs => \(seconds)))
            ON CONFLICT (task) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE task_lease.holder = excluded.holder OR task_lease.until < clock_timestamp()
            """
        ) == 1
    }

    /// Gives the lease back, so that another replica need not wait for it to run out.
    func giveBack(in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM task_lease WHERE task = \(task) AND holder = \(holder)")
    }
}
