import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel

/// Seals ballots to two officers: inside to the second, around it to the first.
///
/// All ballots of a vote have one length, whatever stands on them.
struct BallotSeal {
    let voting: UUID
    let poll: Poll

    /// What fits on a ballot besides its marks, in bytes.
    private static let room = 16_384

    /// What an officer's key is for: nobody opens one vote with the key of another, nor one layer with the other's.
    static func purpose(_ voting: UUID, layer: Int) -> String { "vote \(voting.lowercase) layer \(layer)" }

    /// The layer an officer opens, 1 for the outer; nil where the account is no officer's.
    static func layer(of account: String, in poll: Poll) -> Int? {
        poll.rule.openingOfficers.firstIndex { $0.account == account }.map { $0 + 1 }
    }

    private var length: Int { Self.room + (poll.electorate?.candidates.count ?? 0) }

    /// The ballot, readable with both keys alone.
    ///
    /// - Throws: `InvalidInput` where its opinions are too long together.
    func seal(_ paper: BallotPaper) throws -> [UInt8] {
        let text = try WireFormat.encode(paper)
        guard text.count + 4 <= length else {
            throw InvalidInput(
                field: "opinions",
                code: "evaluation.text-too-long",
                arguments: ["most": String(MinorityOpinion.mostCharacters)]
            )
        }
        let size = (0..<4).map { UInt8(truncatingIfNeeded: text.count >> (24 - 8 * $0)) }
        let padded = size + text + [UInt8](repeating: 0, count: length - text.count - 4)
        let inner = try OpeningSeal.seal(padded, to: publicKey(2), for: Self.purpose(voting, layer: 2))
        return try OpeningSeal.seal(inner, to: publicKey(1), for: Self.purpose(voting, layer: 1))
    }

    /// The ballot inside the inner layer.
    ///
    /// - Throws: `CryptographyError` where it is not what was sealed.
    func open(_ inner: [UInt8], with key: OpeningKey) throws -> BallotPaper {
        let padded = try key.open(inner)
        let size = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard padded.count == length, size + 4 <= length else { throw CryptographyError.notSealed }
        do {
            return try WireFormat.decode(from: Array(padded[4..<(4 + size)]))
        } catch is DecodingError {
            // Sealed to the right keys, but by nobody who casts ballots here.
            throw CryptographyError.notSealed
        }
    }

    private func publicKey(_ layer: Int) throws -> [UInt8] {
        let account = poll.rule.openingOfficers[layer - 1].account
        guard let text = poll.key(of: account)?.publicKey, let bytes = Data(base64Encoded: text) else {
            throw Voting.Rejection.keyMissing(name: poll.rule.openingOfficers[layer - 1].name)
        }
        return Array(bytes)
    }
}
