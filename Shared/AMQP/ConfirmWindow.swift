/// The messages sent and not yet answered, by the number the broker counts them with.
///
/// A ring: numbers are dense, answers may come out of order and for many at once.
struct ConfirmWindow<Slot> {
    private enum Entry {
        case empty
        case waiting(Slot, since: ContinuousClock.Instant)
        case returned(Slot, PublishOutcome)
        /// Nobody waits for it any more, but the broker still owes its answer.
        case abandoned
    }

    private var ring: [Entry]
    private let limit: Int
    /// The oldest number without an answer.
    private var first: UInt64 = 1
    /// The number of the next message.
    private(set) var next: UInt64 = 1
    /// How many are without an answer.
    private(set) var outstanding = 0

    /// Makes an empty window.
    ///
    /// - Parameter limit: How many may be without an answer at once.
    init(limit: Int) {
        self.limit = max(1, limit)
        var size = 2
        while size < self.limit * 2 { size *= 2 }
        ring = Array(repeating: .empty, count: size)
    }

    /// Whether one more must wait.
    var isFull: Bool { outstanding >= limit || next - first >= UInt64(ring.count) }

    /// Whether it is worth to go on after it was full: single answers would otherwise be followed by single messages.
    var hasRoom: Bool {
        outstanding <= min(limit - 1, limit - limit / 4) && next - first < UInt64(ring.count - ring.count / 4)
    }

    private func place(_ number: UInt64) -> Int { Int(truncatingIfNeeded: number) & (ring.count - 1) }

    /// Adds a message that is being sent.
    mutating func append(_ slot: Slot, at now: ContinuousClock.Instant) {
        ring[place(next)] = .waiting(slot, since: now)
        next += 1
        outstanding += 1
    }

    /// Remembers that a message came back; its answer follows.
    ///
    /// - Returns: Whether there is such a message.
    mutating func markReturned(_ number: UInt64, _ outcome: PublishOutcome) -> Bool {
        guard number >= first, number < next else { return false }
        switch ring[place(number)] {
        case .waiting(let slot, _): ring[place(number)] = .returned(slot, outcome)
        case .abandoned: break
        case .empty, .returned: return false
        }
        return true
    }

    /// Takes in the broker's answer.
    ///
    /// - Parameters:
    ///   - number: The message's number.
    ///   - multiple: Whether the answer is for all up to it.
    ///   - outcome: The answer; a message that came back keeps that as its outcome.
    ///   - settle: Called for each message answered.
    /// - Throws: When the broker answers what was never asked.
    mutating func settle(
        _ number: UInt64,
        multiple: Bool,
        as outcome: PublishOutcome,
        _ settle: (Slot, PublishOutcome) -> Void
    ) throws(AMQPError) {
        guard number < next else { throw .protocolViolation("an answer for message \(number) of \(next - 1)") }
        if multiple {
            // Zero stands for all of them.
            let last = number == 0 ? next - 1 : number
            var current = first
            while current <= last {
                take(current, as: outcome, settle)
                current += 1
            }
        } else {
            take(number, as: outcome, settle)
        }
        while first < next {
            guard case .empty = ring[place(first)] else { break }
            first += 1
        }
    }

    private mutating func take(_ number: UInt64, as outcome: PublishOutcome, _ settle: (Slot, PublishOutcome) -> Void) {
        guard number >= first else { return }
        let index = place(number)
        switch ring[index] {
        case .empty: return
        case .waiting(let slot, _): settle(slot, outcome)
        case .returned(let slot, let returned): settle(slot, returned)
        case .abandoned: break
        }
        ring[index] = .empty
        outstanding -= 1
    }

    /// When the oldest message that somebody waits for was sent.
    var oldest: ContinuousClock.Instant? {
        var number = first
        while number < next {
            if case .waiting(_, let since) = ring[place(number)] { return since }
            number += 1
        }
        return nil
    }

    /// Stops waiting for all messages; their numbers stay taken.
    mutating func abandon(_ settle: (Slot, PublishOutcome) -> Void) {
        var number = first
        while number < next {
            switch ring[place(number)] {
            case .waiting(let slot, _): settle(slot, .unknown)
            case .returned(let slot, let outcome): settle(slot, outcome)
            case .empty, .abandoned:
                number += 1
                continue
            }
            ring[place(number)] = .abandoned
            number += 1
        }
    }

    /// Ends the wait for all messages: the connection is gone.
    ///
    /// - Parameters:
    ///   - alone: The outcome of the one message in flight, if it was the only one.
    ///   - settle: Called for each message.
    mutating func close(alone: PublishOutcome?, _ settle: (Slot, PublishOutcome) -> Void) {
        let only = outstanding == 1 ? alone : nil
        var number = first
        while number < next {
            take(number, as: only ?? .unknown, settle)
            number += 1
        }
        first = next
    }
}
