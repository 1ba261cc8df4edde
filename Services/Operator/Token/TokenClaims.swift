import Foundation
import JWTKit
import Kernel

/// What a token says.
struct TokenClaims: JWTPayload {
    let iss: IssuerClaim
    let sub: SubjectClaim
    let name: String?
    let role: String
    let org: String?
    let person: String?
    let county: String?
    let iat: IssuedAtClaim
    let exp: ExpirationClaim

    init(_ subject: TokenSubject, at now: Date, lifetime: TimeInterval) {
        iss = IssuerClaim(value: "gongjiang")
        sub = SubjectClaim(value: subject.subject)
        name = subject.name
        role = subject.role
        org = subject.organisation
        person = subject.person?.lowercase
        county = subject.county
        iat = IssuedAtClaim(value: now)
        exp = ExpirationClaim(value: now.addingTimeInterval(lifetime))
    }

    func verify(using algorithm: some JWTAlgorithm) async throws { try exp.verifyNotExpired() }
}
