import Foundation
import Kernel

/// Why something is done: who, when in business time, and what led to it.
package struct Cause: Hashable, Sendable {
    /// The account or the service that acts.
    package let actor: String
    /// Business time, the only `now` a decision knows.
    package let now: Date
    /// What the whole story is known by; it goes with every fact that follows.
    package let correlation: UUID
    /// The fact or request that led directly to this.
    package let causation: UUID?
    /// W3C trace context, `00-…`.
    package let traceparent: String?

    /// Names a cause.
    package init(actor: String, now: Date, correlation: UUID, causation: UUID? = nil, traceparent: String? = nil) {
        self.actor = actor
        self.now = now
        self.correlation = correlation
        self.causation = causation
        self.traceparent = traceparent
    }

    /// Something a service does by itself, because its time has come.
    package static func system(_ name: String, now: Date) -> Cause {
        Cause(actor: "system:\(name)", now: now, correlation: NewID.v7())
    }

    /// The day of `now` in Asia/Shanghai.
    package var today: LocalDate { LocalDate(in: now) }
}
