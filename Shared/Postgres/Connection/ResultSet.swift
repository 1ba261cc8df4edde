import CLibPQ

/// Owns one `PGresult`, cleared exactly once.
///
/// libpq never changes a result after it was made, so it may be read from any thread.
@safe struct ResultSet: ~Copyable, @unchecked Sendable {
    private let raw: OpaquePointer

    init(_ raw: OpaquePointer) { unsafe self.raw = unsafe raw }

    deinit { unsafe PQclear(raw) }

    var status: ExecStatusType { unsafe PQresultStatus(raw) }
    var rowCount: Int { Int(unsafe PQntuples(raw)) }
    var columnCount: Int { Int(unsafe PQnfields(raw)) }
    var parameterCount: Int { Int(unsafe PQnparams(raw)) }

    /// Rows an INSERT, UPDATE, DELETE or SELECT touched; 0 for other statements.
    var affectedRows: Int { unsafe Int(String(cString: PQcmdTuples(raw))) ?? 0 }

    /// The command tag, such as `COMMIT`.
    var commandTag: String { unsafe String(cString: PQcmdStatus(raw)) }

    private func columnName(_ column: Int) -> String {
        guard let name = unsafe PQfname(raw, Int32(column)) else { return "" }
        return unsafe String(cString: name)
    }

    private func field(_ column: Int) -> PostgresField {
        unsafe PostgresField(type: PQftype(raw, Int32(column)), isBinary: PQfformat(raw, Int32(column)) == 1)
    }

    func fields() -> [PostgresField] {
        var fields: [PostgresField] = []
        for column in 0..<columnCount { fields.append(field(column)) }
        return fields
    }

    func columnNames() -> [String] {
        var names: [String] = []
        for column in 0..<columnCount { names.append(columnName(column)) }
        return names
    }

    func isNull(_ row: Int, _ column: Int) -> Bool { unsafe PQgetisnull(raw, Int32(row), Int32(column)) == 1 }

    /// Lends the bytes of a value that is not NULL.
    func withBytes<Value>(_ row: Int, _ column: Int, _ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
        let length = Int(unsafe PQgetlength(raw, Int32(row), Int32(column)))
        guard let start = unsafe PQgetvalue(raw, Int32(row), Int32(column)) else { return try body(Span()) }
        return try unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) { start in
            try body(unsafe UnsafeBufferPointer(start: start, count: length).span)
        }
    }

    /// A value as text, for the few statements of this module itself.
    func string(_ row: Int, _ column: Int) -> String? {
        guard row < rowCount, column < columnCount, !isNull(row, column) else { return nil }
        return withBytes(row, column) { $0.string }
    }

    /// The error this result is.
    func error(statement: String?) -> PostgresError {
        let state = diagnostic("C").map(SQLState.init(rawValue:))
        // The untranslated severity. After FATAL the server has closed the connection.
        let isFatal = ["FATAL", "PANIC"].contains(diagnostic("V"))
        let message = unsafe diagnostic("M") ?? String(cString: PQresultErrorMessage(raw))
        // Without a state the error is libpq's own: the connection broke.
        let kind: PostgresError.Kind = if let state, !isFatal { .server(state) } else { .connectionLost }
        var error = PostgresError(kind, message)
        error.detail = diagnostic("D")
        error.constraint = diagnostic("n")
        error.table = diagnostic("t")
        error.column = diagnostic("c")
        error.statement = statement
        return error
    }

    /// A part of an error; the codes are the letters `PG_DIAG_…` stand for.
    private func diagnostic(_ code: Unicode.Scalar) -> String? {
        guard let text = unsafe PQresultErrorField(raw, Int32(code.value)) else { return nil }
        return unsafe String(cString: text)
    }
}
