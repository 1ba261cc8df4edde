/// A form without files, `application/x-www-form-urlencoded`, as a page's form sends it.
package struct FormBody: Hashable, Sendable {
    /// One field.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// The fields in the order they came.
    package let fields: [Field]

    /// Reads a form.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - most: The most fields.
    /// - Throws: ``FormRefusal``.
    package init(_ bytes: [UInt8], most: Int = 1000) throws(FormRefusal) {
        var fields: [Field] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < most else { throw .tooMany(most: most) }
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.text(sides[0])
            let value = sides.count > 1 ? try Self.text(sides[1]) : ""
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(FormRefusal) -> String {
        let decoded = PercentCoding.decode(Array(bytes), plusIsSpace: true)
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notText }
        return text
    }
}
