import Synchronization

/// Where the consumer's thread puts what has arrived and callers take it from.
final class DeliveryShelf: Sendable {
    private struct Waiter {
        let id: Int
        let max: Int
        let within: Duration
        /// When it takes what there is, once there is something.
        var due: ContinuousClock.Instant?
        let continuation: CheckedContinuation<[Delivery]?, Never>
    }

    /// What callers ask of the thread.
    struct Requests {
        var acknowledgeThrough: UInt64?
        var cancel = false
        var discard = false
    }

    private struct State {
        var generation = 0
        var isOpen = false
        var deliveries: [Delivery] = []
        var waiters: [Waiter] = []
        var nextWaiter = 0
        var requests = Requests()
        var wantsCancel = false
        var hasEnded = false
        var isShutDown = false
        var cancelWaiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// A new connection begins; what the last one brought will be delivered again.
    func open() -> Int {
        state.withLock { state in
            state.generation += 1
            state.isOpen = true
            state.deliveries = []
            state.requests = Requests(cancel: state.wantsCancel)
            return state.generation
        }
    }

    /// The connection is gone.
    func close() {
        let (waiters, cancelled) = state.withLock { state in
            state.generation += 1
            state.isOpen = false
            state.deliveries = []
            state.requests = Requests()
            guard state.wantsCancel else { return ([Waiter](), [CheckedContinuation<Void, Never>]()) }
            state.hasEnded = true
            defer { (state.waiters, state.cancelWaiters) = ([], []) }
            return (state.waiters, state.cancelWaiters)
        }
        for waiter in waiters { waiter.continuation.resume(returning: nil) }
        for waiter in cancelled { waiter.resume() }
    }

    /// Whether deliveries were asked to stop, so that no other connection is wanted.
    var isCancelled: Bool { state.withLock { $0.wantsCancel } }

    /// What is asked of the thread, asked once.
    func takeRequests() -> Requests {
        state.withLock { state in
            defer { state.requests = Requests() }
            return state.requests
        }
    }

    /// Whether the thread should look before it sleeps.
    var hasRequests: Bool {
        state.withLock { state in
            state.requests.acknowledgeThrough != nil || state.requests.cancel || state.requests.discard
        }
    }

    /// Adds what has arrived and serves whoever waits.
    ///
    /// - Returns: When the thread must look again, for a caller whose time will then be over.
    func put(_ arrived: [Delivery]) -> ContinuousClock.Instant? {
        var served: [(Waiter, [Delivery]?)] = []
        let due = state.withLock { state in
            // What arrived while its connection was being given up will be delivered again.
            if arrived.first?.generation == state.generation { state.deliveries += arrived }
            return serve(&state, &served)
        }
        for (waiter, batch) in served { waiter.continuation.resume(returning: batch) }
        return due
    }

    private func serve(
        _ state: inout State,
        _ served: inout [(Waiter, [Delivery]?)]
    ) -> ContinuousClock.Instant? {
        while let waiter = state.waiters.first {
            if state.deliveries.isEmpty {
                guard state.hasEnded else { return nil }
                served.append((state.waiters.removeFirst(), nil))
                continue
            }
            let now = ContinuousClock.now
            let due = waiter.due ?? now + waiter.within
            let isEnough = state.deliveries.count >= waiter.max || due <= now || state.hasEnded
            guard isEnough else {
                state.waiters[0].due = due
                return due
            }
            let count = min(waiter.max, state.deliveries.count)
            served.append((state.waiters.removeFirst(), Array(state.deliveries.prefix(count))))
            state.deliveries.removeFirst(count)
        }
        return nil
    }

    /// Waits for deliveries.
    func next(max: Int, within: Duration, wake: @Sendable () -> Void) async -> [Delivery]? {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiter = Waiter(
                    id: id,
                    max: Swift.max(1, max),
                    within: within,
                    due: nil,
                    continuation: continuation
                )
                var served: [(Waiter, [Delivery]?)] = []
                let due = state.withLock { state in
                    if state.isShutDown || Task.isCancelled {
                        served.append((waiter, nil))
                        return ContinuousClock.Instant?.none
                    }
                    state.waiters.append(waiter)
                    return serve(&state, &served)
                }
                for (waiter, batch) in served { waiter.continuation.resume(returning: batch) }
                if due != nil { wake() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                let index = state.waiters.firstIndex { $0.id == id }
                return index.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(returning: nil)
        }
    }

    /// Asks for an acknowledgement, unless the connection is another one by now.
    func acknowledge(through delivery: Delivery) -> Bool {
        state.withLock { state in
            guard state.isOpen, state.generation == delivery.generation else { return false }
            state.requests.acknowledgeThrough = max(state.requests.acknowledgeThrough ?? 0, delivery.tag)
            return true
        }
    }

    /// Asks the thread to give the connection up; from now on nothing of it is handed out.
    func discard() {
        state.withLock { state in
            guard state.isOpen else { return }
            state.generation += 1
            state.deliveries = []
            state.requests = Requests(discard: true)
        }
    }

    /// Asks for no more deliveries and waits until the broker has agreed or the connection is gone.
    func cancel(wake: @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            var ended: [Waiter] = []
            let isDone = state.withLock { state in
                state.wantsCancel = true
                if state.hasEnded { return true }
                if state.isOpen {
                    state.requests.cancel = true
                    state.cancelWaiters.append(continuation)
                    return false
                }
                state.hasEnded = true
                defer { state.waiters = [] }
                ended = state.waiters
                return true
            }
            for waiter in ended { waiter.continuation.resume(returning: nil) }
            if isDone { continuation.resume() }
            wake()
        }
    }

    /// The broker has agreed: what is on the shelf is all there will be.
    func cancelConfirmed() {
        let waiters = state.withLock { state in
            state.hasEnded = true
            defer { state.cancelWaiters = [] }
            return state.cancelWaiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Nothing is handed out any more.
    func shutDown() {
        let waiters = state.withLock { state in
            state.isShutDown = true
            state.deliveries = []
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: nil) }
    }
}
