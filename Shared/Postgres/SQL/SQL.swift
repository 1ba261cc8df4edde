/// A statement and its parameters.
///
/// Written as a string literal. Whatever is interpolated becomes a parameter and never part of the text, so it cannot be
/// injected: `"select … where id = \(id)"` is sent as `select … where id = $1`. Statements of identical text share one
/// prepared statement per connection. An array is one parameter: `"… from unnest(\(ids)::uuid[])"`.
///
/// A parameter's type is what the statement makes of it, except for `UUID`, `Date` and bytes, which are always `uuid`,
/// `timestamptz` and `bytea`. Where nothing tells the server (`select \(name)`), add a cast: `\(name)::text`.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text around the parameters; always one more than there are parameters.
    private var literals: [String]
    /// The bound values, in order.
    private(set) var parameters: [PostgresParameter]

    package init(stringLiteral value: String) {
        literals = [value]
        parameters = []
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.sql
    }

    /// The text as the server gets it, with `$1`, `$2`, … for the parameters.
    package var text: String {
        guard literals.count > 1 else { return literals[0] }
        var text = literals[0]
        for (index, literal) in literals.dropFirst().enumerated() {
            text += "$\(index + 1)"
            text += literal
        }
        return text
    }

    /// Appends a fragment with its parameters.
    package static func += (left: inout SQL, right: SQL) {
        left.literals[left.literals.count - 1] += right.literals[0]
        left.literals += right.literals.dropFirst()
        left.parameters += right.parameters
    }

    /// Joins two fragments with their parameters.
    package static func + (left: SQL, right: SQL) -> SQL {
        var joined = left
        joined += right
        return joined
    }
}

extension SQL {
    /// Collects the text and the parameters of an interpolated literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate(set) var sql: SQL = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            sql.literals[sql.literals.count - 1] += literal
        }

        /// Binds a value as the next parameter.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            sql.parameters.append(PostgresParameter(value))
            sql.literals.append("")
        }

        /// Binds a value that may be missing as the next parameter, NULL where it is.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            sql.parameters.append(PostgresParameter(value))
            sql.literals.append("")
        }

        /// Binds a value that may be missing, NULL where it is; the label says so where the compiler would warn.
        package mutating func appendInterpolation<Value: PostgresEncodable>(nullable value: Value?) {
            appendInterpolation(value)
        }

        /// Inserts a fragment, with its parameters renumbered.
        package mutating func appendInterpolation(_ fragment: SQL) {
            sql += fragment
        }

        /// Inserts text as it stands; only a literal of the program is accepted.
        package mutating func appendInterpolation(raw text: StaticString) {
            appendLiteral(text.description)
        }

        /// Inserts a quoted identifier, for statements that take no parameters (`create role …`).
        package mutating func appendInterpolation(identifier name: String) {
            appendLiteral(Quoting.identifier(name))
        }

        /// Inserts a quoted string, for statements that take no parameters (`alter role … password …`).
        package mutating func appendInterpolation(literal text: String) {
            appendLiteral(Quoting.literal(text))
        }
    }
}
