import Foundation
import Kernel

/// What an enterprise states about a certificate: what is printed on it, without the identity document.
///
/// Its bytes are twelve lines of UTF-8, so that equal statements have equal bytes and any program can read them:
/// form, algorithm, key, number, name, occupation code, occupation, 工种 (`--` where there is none), level, credit code, issuer, day.
/// No line holds a control character; the day stands last and has a fixed length, so what was cut off is not read as less.
package struct CertificateStatement: Hashable, Sendable {
    /// The first line.
    package static let form = "GJ1"
    static let lines = 12
    /// The most bytes a line may have; thirty characters of four bytes fit, and an issuer's longest name.
    static let mostBytes = 240

    package let number: CertificateNumber
    /// The holder's name as printed.
    package let name: String
    package let occupationCode: String
    package let occupation: String
    /// 工种, nil where the occupation has none.
    package let specialty: String?
    /// As printed: 特级技师.
    package let level: String
    /// The issuing enterprise.
    package let creditCode: String
    /// Its name as printed.
    package let issuerName: String
    package let issuedOn: LocalDate

    /// Why something cannot be stated.
    package enum Problem: Error, Hashable {
        /// A line is empty, too long, or holds a character that is not shown.
        case line(String)
    }

    /// A statement of these.
    ///
    /// - Throws: ``Problem/line(_:)`` naming the member.
    package init(
        number: CertificateNumber,
        name: String,
        occupationCode: String,
        occupation: String,
        specialty: String?,
        level: String,
        creditCode: String,
        issuerName: String,
        issuedOn: LocalDate
    ) throws {
        self.number = number
        self.name = name
        self.occupationCode = occupationCode
        self.occupation = occupation
        self.specialty = specialty
        self.level = level
        self.creditCode = creditCode
        self.issuerName = issuerName
        self.issuedOn = issuedOn
        let texts = [
            ("name", name), ("occupationCode", occupationCode), ("occupation", occupation),
            ("specialty", specialty ?? "--"), ("level", level), ("creditCode", creditCode), ("issuerName", issuerName),
        ]
        for (member, text) in texts where !Self.canStand(text) { throw Problem.line(member) }
        guard specialty != "--" else { throw Problem.line("specialty") }
    }

    /// Its bytes when it is signed by a key.
    func bytes(signedBy key: String, _ algorithm: String) -> [UInt8] {
        let lines = [
            Self.form, algorithm, key, number.text, name, occupationCode, occupation, specialty ?? "--", level,
            creditCode, issuerName, issuedOn.description,
        ]
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// A statement and by what it says it is signed, from its bytes; nil where they are none.
    static func read(_ bytes: [UInt8]) -> (statement: CertificateStatement, algorithm: String, key: String)? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == Self.lines, lines[0] == form, let number = try? CertificateNumber(lines[3]),
            number.text == lines[3], let day = LocalDate(lines[11]), day.description == lines[11],
            let statement = try? CertificateStatement(
                number: number,
                name: lines[4],
                occupationCode: lines[5],
                occupation: lines[6],
                specialty: lines[7] == "--" ? nil : lines[7],
                level: lines[8],
                creditCode: lines[9],
                issuerName: lines[10],
                issuedOn: day
            )
        else { return nil }
        return (statement, lines[1], lines[2])
    }

    /// Whether a text can be a line: visible, and reading the same way for everybody.
    private static func canStand(_ text: String) -> Bool {
        guard (1...mostBytes).contains(text.utf8.count) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
            default: true
            }
        }
    }
}
