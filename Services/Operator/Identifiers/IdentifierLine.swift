import Kernel

/// One line of `identifiers check --batch`.
enum IdentifierLine {
    /// Answers `<kind> <number>` with `ok`, or says what is wrong with the number.
    static func answer(_ line: Substring) -> BatchAnswer {
        let rest = line.drop(while: \.isWhitespace)
        guard let end = rest.firstIndex(where: \.isWhitespace) ?? rest.indices.last.map(rest.index(after:)) else {
            return .invalid("empty-line", "空行,应为“种类 号码”。")
        }
        let number = String(rest[end...])
        do {
            switch rest[..<end] {
            case "citizen-id": _ = try CitizenID(number)
            case "credit-code": _ = try CreditCode(number)
            case "certificate-number": _ = try CertificateNumber(number)
            default: return .invalid("unknown-kind")
            }
            return .valid("ok")
        } catch {
            return .invalid(String(error.code.dropFirst("identifier.".count)), error.chinese)
        }
    }
}
