import FilingDomain
import Postgres

/// The running numbers of receipts.
struct ReceiptCounter: Sendable {
    /// The authority's word before the year, 滨特备.
    let word: String

    /// The next number of a year; the year's row stays locked until the transaction ends.
    func next(in year: Int, in tx: borrowing Transaction) throws -> ReceiptNumber {
        let row = try tx.query(
            """
            INSERT INTO receipt_counter AS counter (word, year, last) VALUES (\(word), \(year), 1)
            ON CONFLICT (word, year) DO UPDATE SET last = counter.last + 1
            RETURNING last
            """
        ).first
        return ReceiptNumber(word: word, year: year, sequence: try row?["last"] ?? 1)
    }
}
