import CertificateDomain
import Foundation
import Kernel

/// What an office found.
struct AuditBody: Decodable {
    static let longestReason = 1000
    static let longestReference = 100

    /// What is to be corrected of one person.
    struct Person: Decodable {
        /// The certificate prepared for the person.
        let certificate: UUID
        let field: RecordField?
        let reason: String?
    }

    let outcome: Audit.Outcome
    let reason: String?
    let remark: String?
    let persons: [Person]?

    /// The finding, with the reasons a return needs, every field problem at once.
    ///
    /// - Parameters:
    ///   - office: Who found it.
    ///   - recorded: The mark and day of an audit made in the provincial system.
    ///   - persons: Which person each certificate is of.
    /// - Returns: The finding.
    /// - Throws: `InvalidInput`.
    func found(
        by office: Registration.Office,
        recorded: AuditRegistration.Recorded? = nil,
        persons: ([UUID]) throws -> [UUID: UUID]
    ) throws -> AuditRegistration.Found {
        var problems: [FieldProblem] = []
        func text(_ text: String?, _ field: String, isRequired: Bool) -> String {
            let text = (text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            if text.count > Self.longestReason {
                let arguments = ["limit": String(Self.longestReason)]
                problems.append(.init(field: field, code: "certificate.reason-too-long", arguments: arguments))
            } else if isRequired, text.isEmpty {
                problems.append(.init(field: field, Registration.Rejection.reasonMissing))
            }
            return text
        }
        let named = self.persons ?? []
        let reasons = named.enumerated().map { text($1.reason, "persons[\($0)].reason", isRequired: true) }
        let words = text(reason, "reason", isRequired: outcome == .returned && named.isEmpty)
        let remark = text(remark, "remark", isRequired: false)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let known = named.isEmpty ? [:] : try persons(named.map(\.certificate))
        let findings = zip(named, reasons).compactMap { person, reason in
            known[person.certificate].map {
                Registration.Correction.Finding(person: $0, field: person.field, reason: reason)
            }
        }
        return AuditRegistration.Found(
            office: office,
            outcome: outcome,
            remark: remark.isEmpty ? nil : remark,
            // What is found of persons alone is a reason too.
            reason: words.isEmpty ? reasons.first ?? "" : words,
            persons: findings,
            recorded: recorded
        )
    }
}

/// What an office found in the provincial system.
struct RecordedAuditBody: Decodable {
    let office: Registration.Office
    /// The mark the provincial system gave it.
    let reference: String?
    let on: LocalDate

    /// Where it was made.
    ///
    /// - Throws: `InvalidInput` for the reference.
    func recorded() throws -> AuditRegistration.Recorded {
        let reference = (reference ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...AuditBody.longestReference).contains(reference.count),
            !reference.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw InvalidInput(
                field: "reference",
                code: "certificate.reference-invalid",
                arguments: ["limit": String(AuditBody.longestReference)]
            )
        }
        return .init(reference: reference, on: on)
    }
}
