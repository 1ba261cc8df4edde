import Foundation
import Kernel

/// What is fixed before a draw: from whom, how many, and a seed that only its digest is known of.
package struct DrawCommitment: Codable, Hashable, Sendable {
    /// SHA-256 of the seed as it is written, in hex; known to everybody before the draw.
    package let digest: String
    /// The seed, encrypted until the draw.
    package let sealedSeed: String
    /// From whom, sorted by id.
    package let pool: [PanelMember]
    package let makeUp: PanelMakeUp
    /// How many stand in reserve (候补) beside the members.
    package let reserves: Int
    package let by: String
    package let at: Date

    /// Fixes a draw.
    package init(
        digest: String,
        sealedSeed: String,
        pool: [PanelMember],
        makeUp: PanelMakeUp,
        reserves: Int,
        by: String,
        at: Date
    ) {
        self.digest = digest
        self.sealedSeed = sealedSeed
        self.pool = pool
        self.makeUp = makeUp
        self.reserves = reserves
        self.by = by
        self.at = at
    }
}

/// A draw as it was carried out; with it anybody can draw again and compare.
package struct DrawRecord: Codable, Hashable, Sendable {
    package let commitment: DrawCommitment
    package let algorithm: String
    /// The seed in hex, now open.
    package let seed: String
    /// What the witness said when the digest was known already, so that nobody could know the result before.
    package let word: String
    /// Who watched the draw (监督人) and said the word.
    package let witness: String
    /// The whole pool in the drawn order.
    package let order: [UUID]
    package let by: String
    package let at: Date

    /// The record of a draw.
    package init(
        commitment: DrawCommitment,
        seed: String,
        word: String,
        witness: String,
        order: [UUID],
        by: String,
        at: Date
    ) {
        self.commitment = commitment
        algorithm = PanelDraw.algorithm
        self.seed = seed
        self.word = word
        self.witness = witness
        self.order = order
        self.by = by
        self.at = at
    }

    /// The pool in the drawn order.
    package var drawn: [PanelMember] {
        let pool = Dictionary(commitment.pool.map { ($0.expert, $0) }) { first, _ in first }
        return order.compactMap { pool[$0] }
    }
}
