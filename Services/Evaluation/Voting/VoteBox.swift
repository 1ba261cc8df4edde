import Cryptography
import Foundation
import Postgres

/// The ballot box: sealed ballots of a vote, without voters, times or order.
struct VoteBox: Sendable {
    /// Puts a sealed ballot in and mixes them all.
    func put(_ sealed: [UInt8], into voting: UUID, in tx: borrowing Transaction) throws {
        try fill(voting, with: empty(voting, in: tx) + [sealed], in: tx)
    }

    /// What the box holds, in no order that means anything.
    func ballots(of voting: UUID, in tx: borrowing Transaction) throws -> [[UInt8]] {
        try tx.query("SELECT sealed FROM vote_box WHERE voting = \(voting) ORDER BY id").map { try $0.decode("sealed") }
    }

    /// Takes all out.
    @discardableResult
    func empty(_ voting: UUID, in tx: borrowing Transaction) throws -> [[UInt8]] {
        try tx.query("DELETE FROM vote_box WHERE voting = \(voting) RETURNING sealed").map { try $0.decode("sealed") }
    }

    /// Puts ballots into an empty box, mixed, under new ids that have no time in them.
    func fill(_ voting: UUID, with ballots: [[UInt8]], in tx: borrowing Transaction) throws {
        guard !ballots.isEmpty else { return }
        let mixed = ballots.shuffled()
        try tx.execute(
            """
            INSERT INTO vote_box (id, voting, sealed)
            SELECT id, \(voting), sealed FROM unnest(\(mixed.map { _ in UUID() })::uuid[], \(mixed)::bytea[]) AS t(id, sealed)
            """
        )
    }

    /// The digest of each ballot, in order.
    static func fingerprints(of ballots: [[UInt8]]) -> [String] { ballots.map(Digest.sha256Hex).sorted() }

    /// The digest of a set of ballots: of their fingerprints in order, each on a line.
    static func digest(of fingerprints: [String]) -> String {
        Digest.sha256Hex(Array(fingerprints.sorted().map { $0 + "\n" }.joined().utf8))
    }

    /// What a member keeps of a sealed ballot and finds again: the first 80 bits of its fingerprint.
    static func receipt(of fingerprint: String) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(fingerprint)
        while bytes.count < 10, let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return Base32.grouped(Base32.text(of: bytes))
    }
}
