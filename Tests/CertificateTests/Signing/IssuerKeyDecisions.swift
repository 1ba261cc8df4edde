import CertificateDomain
import Kernel
import TestSupport
import Testing

@Suite("An enterprise's key")
struct IssuerKeyDecisions {
    static func table() -> [Decision<IssuerKey>] {
        let made = IssuerKey.Made(
            issuer: Samples.enterprise,
            issuerName: "滨州重工有限公司",
            key: "0123456789abcdef",
            algorithm: "ES256",
            publicKey: ""
        )
        let (first, second) = (Samples.day("2026-10-14"), Samples.day("2026-10-20"))
        let proposed = IssuerKey.proposed(made)
        let active = IssuerKey.active(made, certifiedOn: first)
        let retired = IssuerKey.retired(made, certifiedOn: first, on: second)
        let revoked = IssuerKey.revoked(made, certifiedOn: first, on: second, reason: "泄露")
        let certify = IssuerKey.Command.certify(by: "a", on: first)
        let revoke = IssuerKey.Command.revoke(reason: "泄露", by: "a", on: second)
        return [
            .given(.absent, when: .make(made), then: .made(made)),
            .given(.absent, when: certify, refused: .unknown),
            .given(.absent, when: .retire(on: second), refused: .unknown),
            .given(.absent, when: revoke, refused: .unknown),
            .given(proposed, when: .make(made)),
            .given(proposed, when: certify, then: .certified(by: "a", on: first)),
            .given(proposed, when: .retire(on: second)),
            Decision(
                proposed,
                when: revoke,
                .becomes(.revoked(made, certifiedOn: nil, on: second, reason: "泄露"))
            ),
            .given(active, when: .make(made)),
            .given(active, when: certify, refused: .alreadyCertified),
            Decision(active, when: .retire(on: second), .becomes(retired)),
            Decision(active, when: revoke, .becomes(revoked)),
            .given(retired, when: .make(made)),
            .given(retired, when: certify, refused: .alreadyCertified),
            .given(retired, when: .retire(on: second)),
            Decision(retired, when: revoke, .becomes(revoked)),
            .given(revoked, when: .make(made)),
            .given(revoked, when: certify, refused: .alreadyRevoked),
            .given(revoked, when: .retire(on: second)),
            .given(revoked, when: revoke, refused: .alreadyRevoked),
        ]
    }

    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Decision<IssuerKey>) { row.verify() }
}
