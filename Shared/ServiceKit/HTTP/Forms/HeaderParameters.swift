/// A header value with parameters: `form-data; name="photo"; filename="a.jpg"`.
struct HeaderParameters: Hashable {
    /// What stands before the first semicolon, in lower case.
    let value: String
    /// The parameters, names in lower case; of two with one name the first counts.
    let parameters: [String: String]

    /// Reads a header value; nil where a quoted text does not end or a parameter has no name.
    init?(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        value = Self.text(Self.take(&rest, until: [";"])).lowercased()
        var parameters: [String: String] = [:]
        while rest.popFirst() != nil {
            let name = Self.text(Self.take(&rest, until: ["=", ";"])).lowercased()
            guard rest.first == "=" else {
                // A semicolon at the end, or twice, is common and harmless.
                guard name.isEmpty else { return nil }
                continue
            }
            rest.removeFirst()
            guard !name.isEmpty, let value = Self.parameterValue(&rest) else { return nil }
            if parameters[name] == nil { parameters[name] = value }
        }
        self.parameters = parameters
    }

    private typealias Scalars = ArraySlice<Unicode.Scalar>

    private static func parameterValue(_ rest: inout Scalars) -> String? {
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        guard rest.first == "\"" else { return text(take(&rest, until: [";"])) }
        rest.removeFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                _ = take(&rest, until: [";"])
                return String(value)
            case "\\":
                // Only what must be escaped is: other backslashes belong to the path some browsers send.
                if let next = rest.first, next == "\"" || next == "\\" {
                    value.append(next)
                    rest.removeFirst()
                } else {
                    value.append(scalar)
                }
            default:
                value.append(scalar)
            }
        }
        return nil
    }

    private static func take(_ rest: inout Scalars, until ends: [Unicode.Scalar]) -> Scalars {
        let end = rest.firstIndex { ends.contains($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private static func text(_ scalars: Scalars) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
        let head = view.drop(while: isBlank)
        guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(String.UnicodeScalarView(head[...last]))
    }
}
