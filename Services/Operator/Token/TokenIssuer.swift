import Cryptography
import Foundation
import JWTKit

/// Issues tokens (ES256) with the key of a development key folder.
struct TokenIssuer: Sendable {
    private let keys = JWTKeyCollection()

    /// - Parameter folder: The folder of `gongjiang keys init`.
    /// - Throws: ``OperatorError`` for keys that were not made for development: with real keys only an account's own
    ///   sign-in makes tokens.
    init(keys folder: String) async throws {
        guard KeyFolder.isForDevelopment(folder) else {
            throw OperatorError("\(folder) 不是开发用的密钥目录,不能用它签发令牌;正式环境的令牌只由登录产生。")
        }
        let file = "\(folder)/token/signing-1.pem"
        guard let pem = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw OperatorError("读不到签名密钥 \(file);请先执行 gongjiang keys init --folder \(folder)。")
        }
        await keys.add(ecdsa: try ES256PrivateKey(pem: pem), kid: JWKIdentifier(string: KeyFolder.tokenKeyID))
    }

    /// A token that is good from `now`, which is real time, for so many hours.
    func token(for subject: TokenSubject, hours: Int = 12, now: Date = Date()) async throws -> String {
        let claims = TokenClaims(subject, at: now, lifetime: TimeInterval(hours * 3600))
        return try await keys.sign(claims, kid: JWKIdentifier(string: KeyFolder.tokenKeyID))
    }
}
