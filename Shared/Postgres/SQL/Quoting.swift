/// Quoting for the few statements that take no parameters.
enum Quoting {
    /// The name in double quotes; it can contain anything but a zero byte, which the server refuses.
    static func identifier(_ name: String) -> String {
        "\"" + doubled("\"", in: name) + "\""
    }

    /// The text as an escape string, whatever `standard_conforming_strings` says.
    static func literal(_ text: String) -> String {
        "E'" + doubled("'", in: doubled("\\", in: text)) + "'"
    }

    /// The name as people write it in a script: quoted only when it has to be.
    static func nameInScript(_ name: String) -> String {
        let plain = name.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "_")
        }
        let startsWithDigit = name.utf8.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? true
        return plain && !startsWithDigit ? name : identifier(name)
    }

    /// By scalar: a combining mark after a quote makes another `Character` of it, and the quote must be doubled all the same.
    private static func doubled(_ mark: Unicode.Scalar, in text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == mark { result.append(scalar) }
        }
        return String(result)
    }
}
