import Foundation
import Kernel

extension Registration {
    /// What an office wants corrected, and why: as a whole, person by person, or both.
    package struct Correction: Hashable, Sendable, Codable {
        package let office: Office
        package let reason: String
        /// By when it is handed in again; nil where it was returned before that was reckoned.
        package internal(set) var due: Due?
        private let findings: [Finding]?

        package init(office: Office, reason: String, findings: [Finding] = [], due: Due? = nil) {
            self.office = office
            self.reason = reason
            self.findings = findings.isEmpty ? nil : findings
            self.due = due
        }

        /// What is to be corrected of single persons; empty where it is the whole.
        package var persons: [Finding] { findings ?? [] }

        /// The same without what is wrong of these persons, who go another way.
        package func leaving(_ persons: Set<UUID>) -> Correction {
            Correction(
                office: office,
                reason: reason,
                findings: self.persons.filter { !persons.contains($0.person) },
                due: due
            )
        }

        /// The same with what is wrong of these persons alone, due as before.
        package func of(_ persons: Set<UUID>) -> Correction {
            Correction(
                office: office,
                reason: reason,
                findings: self.persons.filter { persons.contains($0.person) },
                due: due
            )
        }

        /// What is to be corrected of one person.
        package struct Finding: Hashable, Sendable, Codable {
            package let person: UUID
            /// The field that is wrong; nil where it is not one.
            package let field: RecordField?
            package let reason: String

            package init(person: UUID, field: RecordField?, reason: String) {
                self.person = person
                self.field = field
                self.reason = reason
            }
        }
    }
}
