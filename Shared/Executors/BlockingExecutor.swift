import Foundation

/// A serial executor with a thread of its own, which is allowed to block.
///
/// Actors that call a blocking C library live on one of these, so that a slow server never takes a thread from Swift's
/// cooperative pool. The thread ends when the last reference to the executor goes away.
package final class BlockingExecutor: SerialExecutor {
    private let queue: JobQueue

    /// Starts the thread.
    ///
    /// - Parameter label: The thread's name, as debuggers and `top -H` show it.
    package init(label: String) {
        let queue = JobQueue()
        self.queue = queue
        let thread = Thread { queue.run() }
        thread.name = label
        thread.start()
    }

    deinit { queue.stop() }

    package func enqueue(_ job: consuming ExecutorJob) {
        // The entry keeps the executor alive until the job has run, even if the job drops the last other reference.
        queue.append(JobQueue.Entry(job: UnownedJob(job), executor: self))
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }
}

/// The jobs of one executor, waited for and run by its thread.
private final class JobQueue: @unchecked Sendable {
    struct Entry {
        let job: UnownedJob
        let executor: BlockingExecutor
    }

    /// Guards `entries` and `isStopped`; this is what makes the class sendable.
    private let condition = NSCondition()
    private var entries: [Entry] = []
    private var isStopped = false

    func append(_ entry: Entry) {
        condition.lock()
        entries.append(entry)
        condition.signal()
        condition.unlock()
    }

    func stop() {
        condition.lock()
        isStopped = true
        condition.signal()
        condition.unlock()
    }

    /// Runs jobs in the order they came until `stop()`.
    func run() {
        while let batch = take() {
            for entry in batch {
                unsafe entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
            }
        }
    }

    /// All waiting jobs, or nil when the executor is gone.
    private func take() -> [Entry]? {
        condition.lock()
        defer { condition.unlock() }
        while entries.isEmpty {
            guard !isStopped else { return nil }
            condition.wait()
        }
        let batch = entries
        entries = []
        return batch
    }
}
