import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel

/// Seals ballots to two officers: inside to the second, around it to the first.
///
/// Where an officer has a stand-in, the layer is made twice, for either key; whoever opens it takes the own part. All ballots of a vote
/// have one length, whatever stands on them.
struct BallotSeal {
    let voting: UUID
    let poll: Poll

    /// What fits on a ballot besides its marks, in bytes.
    private static let room = 16_384

    /// What an officer's key is for: nobody opens one vote with the key of another, nor one layer with the other's.
    static func purpose(_ voting: UUID, layer: Int) -> String { "vote \(voting.lowercase) layer \(layer)" }

    /// The layer an officer opens, 1 for the outer; nil where the account is no officer's.
    static func layer(of account: String, in poll: Poll) -> Int? {
        poll.rule.layer(of: account)
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
        return try layer(1, around: layer(2, around: padded))
    }

    /// What is inside the outer layer, for whoever has a key to it.
    ///
    /// - Throws: `CryptographyError` where it is not what was sealed.
    func peel(_ outer: [UInt8], with key: OpeningKey, of account: String) throws -> [UInt8] {
        try key.open(part(of: outer, for: account))
    }

    /// The ballot inside the inner layer.
    ///
    /// - Throws: `CryptographyError` where it is not what was sealed.
    func open(_ inner: [UInt8], with key: OpeningKey, of account: String) throws -> BallotPaper {
        let padded = try key.open(part(of: inner, for: account))
        let size = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard padded.count == length, size + 4 <= length else { throw CryptographyError.notSealed }
        do {
            return try WireFormat.decode(from: Array(padded[4..<(4 + size)]))
        } catch is DecodingError {
            // Sealed to the right keys, but by nobody who casts ballots here.
            throw CryptographyError.notSealed
        }
    }

    /// Seals for each of those who hold a key to a layer, one behind the other.
    private func layer(_ number: Int, around content: [UInt8]) throws -> [UInt8] {
        try poll.rule.openingOfficers[number - 1].holders.flatMap { holder in
            guard let text = poll.key(of: holder.account)?.publicKey, let bytes = Data(base64Encoded: text) else {
                throw Voting.Rejection.keyMissing(name: holder.name)
            }
            return try OpeningSeal.seal(content, to: Array(bytes), for: Self.purpose(voting, layer: number))
        }
    }

    /// The part of a layer that is sealed to an account; all are of one length.
    private func part(of sealed: [UInt8], for account: String) throws -> [UInt8] {
        let holders = Self.layer(of: account, in: poll).map { poll.rule.openingOfficers[$0 - 1].holders } ?? []
        guard let place = holders.firstIndex(where: { $0.account == account }), sealed.count % holders.count == 0 else {
            throw CryptographyError.notSealed
        }
        let length = sealed.count / holders.count
        return Array(sealed[place * length..<(place + 1) * length])
    }
}
