/// A statement with its parameters as they go over the line.
struct BoundStatement {
    /// What it is prepared under.
    let key: StatementCache.Key
    let values: PackedStrings
    let lengths: [Int32]
    let formats: [Int32]

    /// - Throws: Where a parameter cannot be written, or its text holds a zero byte.
    init(_ sql: SQL) throws {
        let (text, parameters) = (sql.text, sql.parameters)
        var values = PackedStrings()
        var lengths: [Int32] = []
        var formats: [Int32] = []
        for parameter in parameters {
            let bytes = try parameter.content.get()
            if let bytes, !parameter.wire.isBinary, bytes.contains(0) { throw PostgresError.zeroByte(in: text) }
            values.append(bytes)
            lengths.append(Int32(bytes?.count ?? 0))
            formats.append(parameter.wire.isBinary ? 1 : 0)
        }
        key = StatementCache.Key(text: text, types: parameters.map(\.wire.type))
        (self.values, self.lengths, self.formats) = (values, lengths, formats)
    }
}

extension PostgresError {
    /// A zero byte would end the text early and silently.
    static func zeroByte(in statement: String) -> PostgresError {
        var error = PostgresError(.server(.characterNotInRepertoire), "text must not contain a zero character")
        error.statement = statement
        return error
    }
}
