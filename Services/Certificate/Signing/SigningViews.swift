import CertificateDomain
import Cryptography
import Kernel
import Messaging
import Statements

/// A key as its enterprise and the bureau see it; never its secret half.
struct IssuerKeyView: Encodable {
    let id: ID<IssuerKey>
    /// What statements and the trust list call it.
    let key: String
    let algorithm: String
    let publicKey: String
    let creditCode: String
    let issuer: String
    let state: IssuerKey.Stage
    let stateName: String
    let certifiedOn: LocalDate?
    let endedOn: LocalDate?
    let reason: String?
    let version: Int

    init?(_ stored: Stored<IssuerKey>) {
        guard let made = stored.state.made, let stage = stored.state.stage else { return nil }
        id = ID(stored.id)
        key = made.key
        algorithm = made.algorithm
        publicKey = made.publicKey
        creditCode = made.issuer.creditCode
        issuer = made.issuerName
        state = stage
        stateName = stage.chinese
        certifiedOn = stored.state.certifiedOn
        endedOn = stored.state.endedOn
        reason = stored.state.revokedFor
        version = stored.newVersion
    }
}

/// What a certificate's QR code says, and by whom it is signed.
struct StatementView: Encodable {
    let number: String
    let key: String
    let algorithm: String
    let qrText: String

    init(_ signed: SignedStatement, address: String) {
        number = signed.statement.number.text
        key = signed.key
        algorithm = signed.algorithm.rawValue
        qrText = signed.qrText(address: address)
    }
}
