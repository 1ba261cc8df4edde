import Foundation

/// A member of the panel does not judge a candidate (回避), and why; never taken back.
package struct PanelRecusal: Codable, Hashable, Sendable {
    /// How it came about.
    package enum Origin: String, Codable, CaseIterable, Sendable {
        /// From the records.
        case derived
        /// Declared by the member, or by HR who knew of it.
        case declared
        /// Asked for by the candidate, and granted.
        case requested
    }

    /// The member's account.
    package let member: String
    package let application: UUID
    package let ground: RecusalGround
    package let origin: Origin
    package let reason: String
    /// The account that declared or granted it.
    package let by: String
    package let at: Date

    /// A recusal.
    package init(
        member: String,
        application: UUID,
        ground: RecusalGround,
        origin: Origin,
        reason: String,
        by: String,
        at: Date
    ) {
        self.member = member
        self.application = application
        self.ground = ground
        self.origin = origin
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// A candidate asks that a member does not judge them (申请回避).
package struct RecusalRequest: Codable, Hashable, Sendable {
    /// What became of it, and why.
    package struct Decision: Codable, Hashable, Sendable {
        package let isGranted: Bool
        package let reason: String
        package let by: String
        package let at: Date

        /// A decision by the chair or HR.
        package init(isGranted: Bool, reason: String, by: String, at: Date) {
            self.isGranted = isGranted
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    package let id: UUID
    package let application: UUID
    /// The member's account.
    package let member: String
    package let reason: String
    package let by: String
    package let at: Date
    /// Nil while it waits.
    package internal(set) var decision: Decision?

    /// A request that waits.
    package init(id: UUID, application: UUID, member: String, reason: String, by: String, at: Date) {
        self.id = id
        self.application = application
        self.member = member
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// Somebody else sits in a member's place (更换委员).
package struct PanelReplacement: Codable, Hashable, Sendable {
    /// Why a member leaves.
    package enum Cause: String, Codable, CaseIterable, Sendable {
        case ill
        /// Left the enterprise, or cannot be reached.
        case gone
        /// Must not judge too many of the candidates.
        case recusals
        case other
    }

    /// The account of who left.
    package let left: String
    package let member: PanelMember
    package let cause: Cause
    package let reason: String
    /// Whether the draw's reserves gave the new member; else the pool did.
    package let isReserve: Bool
    package let by: String
    package let at: Date

    /// A replacement.
    package init(
        left: String,
        member: PanelMember,
        cause: Cause,
        reason: String,
        isReserve: Bool,
        by: String,
        at: Date
    ) {
        self.left = left
        self.member = member
        self.cause = cause
        self.reason = reason
        self.isReserve = isReserve
        self.by = by
        self.at = at
    }
}
