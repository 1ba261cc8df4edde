import Contracts
import Cryptography
import FilingDomain

/// The one form of a work plan in bytes: JSON with sorted keys, as everything on the wire.
enum CanonicalWorkPlan {
    /// The bytes of a plan.
    static func bytes(of plan: WorkPlan) throws -> [UInt8] { try WireFormat.encode(plan) }

    /// SHA-256 of the bytes, in hex.
    static func digest(of plan: WorkPlan) throws -> String { Digest.sha256Hex(try bytes(of: plan)) }
}
