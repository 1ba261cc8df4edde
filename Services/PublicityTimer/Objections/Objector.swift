import Contracts
import Cryptography
import Foundation
import Kernel
import PublicityTimerDomain

/// Who objects: encrypted wherever it is stored.
struct Objector: Hashable, Codable {
    let name: String
    /// How to reach them, in their own words.
    let contact: String?

    /// The bytes to store for one objection; they open for no other.
    func sealed(for objection: UUID, with keys: KeyRing) throws -> Data {
        let text = String(decoding: try WireFormat.encode(self), as: UTF8.self)
        return Data(try keys.fields.seal(text, of: objection.lowercase))
    }

    /// Who handed in an objection.
    static func opened(_ sealed: Data, of objection: UUID, with keys: KeyRing) throws -> Objector {
        try WireFormat.decode(from: Array(try keys.fields.open(Array(sealed), of: objection.lowercase).utf8))
    }
}

/// What an objector says: encrypted wherever it is stored, for people can be known by their words.
struct Statement: Hashable, Codable {
    let reason: String
    let evidence: String?

    /// The bytes to store for one objection; they open for no other.
    func sealed(for objection: UUID, with keys: KeyRing) throws -> Data {
        let text = String(decoding: try WireFormat.encode(self), as: UTF8.self)
        return Data(try keys.fields.seal(text, of: "statement \(objection.lowercase)"))
    }

    /// What was said in an objection.
    static func opened(_ complaint: Complaint, of objection: UUID, with keys: KeyRing) throws -> Statement {
        guard let sealed = complaint.statement else {
            return Statement(reason: complaint.reason ?? "", evidence: complaint.evidence)
        }
        let text = try keys.fields.open(Array(sealed), of: "statement \(objection.lowercase)")
        return try WireFormat.decode(from: Array(text.utf8))
    }
}
