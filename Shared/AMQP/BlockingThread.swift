import Foundation

/// Runs work that blocks on a thread of its own, so that none of the few threads of Swift's own pool waits.
///
/// - Parameters:
///   - name: The thread's name, as a debugger shows it.
///   - work: What to do there.
/// - Returns: What the work gives.
func onBlockingThread<Value: Sendable>(_ name: String, _ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: work()) }
        thread.name = name
        thread.stackSize = 1 << 20
        thread.start()
    }
}
