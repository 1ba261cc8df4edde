import Postgres

/// A body that is read piece by piece after the route's transaction has ended.
///
/// Who may read it was decided in the route's transaction; each piece is then read in a short one of its own, when the
/// piece before has been sent. So a body of any size costs the memory of one piece, and a slow reader no connection.
package struct AnswerStream: Sendable {
    /// How many bytes all pieces have together; nil where that is not known before the last is read.
    package let length: Int?
    /// How many pieces there are; nil where that is not known before.
    package let pieces: Int?
    let read: @Sendable (Int, borrowing Transaction) throws -> [UInt8]?

    /// Describes a body to be read.
    ///
    /// - Parameters:
    ///   - length: How many bytes all pieces have together; it is told to the reader before the first is read.
    ///   - pieces: How many pieces there are.
    ///   - read: The bytes of a piece, counted from 0; where it throws, the answer breaks off.
    package init(
        length: Int,
        pieces: Int,
        read: @escaping @Sendable (Int, borrowing Transaction) throws -> [UInt8]
    ) {
        self.length = length
        self.pieces = pieces
        self.read = read
    }

    /// Describes a body whose length is not known before it is read.
    ///
    /// - Parameter read: The bytes of a piece, counted from 0 and asked for once each, in order; nil after the last.
    package init(untilEnd read: @escaping @Sendable (Int, borrowing Transaction) throws -> [UInt8]?) {
        length = nil
        pieces = nil
        self.read = read
    }
}

/// The same with its transactions: what the network side, or a test, reads.
package struct BodyStream: Sendable {
    /// How many bytes all pieces have together; nil where that is not known before the last is read.
    package let length: Int?
    /// How many pieces there are; nil where that is not known before.
    package let pieces: Int?
    let read: @Sendable (Int) async throws -> [UInt8]?

    /// The bytes of a piece, counted from 0; nil after the last.
    package func piece(_ index: Int) async throws -> [UInt8]? {
        if let pieces, index >= pieces { return nil }
        return try await read(index)
    }

    /// All pieces at once, for tests.
    package func collect() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while let piece = try await piece(index) {
            bytes += piece
            index += 1
        }
        return bytes
    }
}
