import Contracts
import Cryptography
import Foundation
import Kernel

/// Takes identity documents out of the seal they travelled in and under the service's own key.
struct IdentityVault {
    private let keys: KeyRing

    init(keys: KeyRing) { self.keys = keys }

    /// What is to be kept of a sealed document beside a certificate.
    ///
    /// A fact cannot be refused: what cannot be opened (a key is missing) is kept sealed, and tried again on submission.
    func take(_ sealed: Sealed<PersonIdentity>, for certificate: UUID) throws -> KeptIdentity {
        guard let identity = try? keys.open(sealed) else {
            return KeptIdentity(encrypted: nil, hash: nil, sealed: sealed)
        }
        return try keep(identity, for: certificate)
    }

    /// What is to be kept of a document beside a certificate.
    func keep(_ identity: PersonIdentity, for certificate: UUID) throws -> KeptIdentity {
        let number = Normalised.identifier(identity.documentNumber)
        let text = String(decoding: try WireFormat.encode(identity), as: UTF8.self)
        return KeptIdentity(
            encrypted: try keys.fields.seal(text, of: certificate.lowercase),
            hash: keys.index.of("\(identity.documentType)\n\(number)"),
            sealed: nil
        )
    }

    /// The document kept beside a certificate.
    func open(_ encrypted: [UInt8], for certificate: UUID) throws -> PersonIdentity {
        try WireFormat.decode(from: Array(keys.fields.open(encrypted, of: certificate.lowercase).utf8))
    }
}
