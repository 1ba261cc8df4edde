import Foundation

/// The rows a query returned.
package struct Rows: RandomAccessCollection, Sendable {
    private let result: QueryResult

    init(_ result: consuming ResultSet) {
        self.result = QueryResult(result)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { result.count }
    package subscript(position: Int) -> Row { Row(result: result, index: position) }
}

/// One row of a result.
package struct Row: Sendable {
    fileprivate let result: QueryResult
    fileprivate let index: Int

    /// The value of a column, its type told by the context.
    package subscript<Value: PostgresDecodable>(column: String) -> Value {
        get throws { try decode(column) }
    }

    /// The value of a column.
    ///
    /// - Parameters:
    ///   - column: The column's name in the result.
    ///   - type: What to read it as; an `Optional` where it may be NULL.
    /// - Returns: The value.
    /// - Throws: ``PostgresDecodingError``, naming the column.
    package func decode<Value: PostgresDecodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        try result.decode(column, row: index, as: type)
    }

    /// The value of a JSON column, decoded as ``JSON`` encodes it.
    ///
    /// - Throws: ``PostgresDecodingError``, naming the column.
    package func json<Value: Decodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        let text: String = try decode(column)
        do {
            return try JSONForm.decoder().decode(type, from: .init(text.utf8))
        } catch {
            throw PostgresDecodingError(column: column, reason: "holds JSON that is no \(Value.self)")
        }
    }
}

/// A column that could not be read as it was asked for; holds no value of the row.
package struct PostgresDecodingError: Error, Hashable, CustomStringConvertible {
    /// The column's name.
    package let column: String
    /// A predicate about the column.
    package let reason: String

    /// - Parameters:
    ///   - column: The column's name.
    ///   - reason: A predicate about the column, without its value.
    package init(column: String, reason: String) {
        self.column = column
        self.reason = reason
    }

    package var description: String { "column \(column) \(reason)" }
}

/// A result and its column names, shared by its rows.
private final class QueryResult: Sendable {
    let count: Int
    private let set: ResultSet
    private let columns: [String]
    private let fields: [PostgresField]

    init(_ set: consuming ResultSet) {
        count = set.rowCount
        fields = set.fields()
        columns = set.columnNames()
        self.set = set
    }

    func decode<Value: PostgresDecodable>(_ name: String, row: Int, as type: Value.Type) throws -> Value {
        // There are few: looking along them takes less than making a dictionary of them for each result.
        guard let column = columns.firstIndex(of: name) else {
            throw PostgresDecodingError(column: name, reason: "is not in the result")
        }
        do {
            guard !set.isNull(row, column) else { return try Value.decodeNullFromPostgres() }
            return try set.withBytes(row, column) { try Value.decodeFromPostgres($0, fields[column]) }
        } catch let mismatch as PostgresMismatch {
            throw PostgresDecodingError(column: name, reason: mismatch.reason)
        }
    }
}
