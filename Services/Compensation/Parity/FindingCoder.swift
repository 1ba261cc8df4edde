import CompensationDomain
import Contracts
import Foundation
import Kernel

/// The bytes of findings; those that differ in appointment and person alone are coded once and filled in.
struct FindingCoder {
    private var forms: [Shortfall.Finding: (event: Form, state: Form)] = [:]
    private let appointment = UUID()
    private let person = UUID()

    /// The event that opens a shortfall.
    mutating func event(of finding: Shortfall.Finding) throws -> [UInt8] {
        try form(of: finding).event.filled(finding)
    }

    /// The state of a shortfall that was opened.
    mutating func state(of finding: Shortfall.Finding) throws -> String {
        String(decoding: try form(of: finding).state.filled(finding), as: UTF8.self)
    }

    private mutating func form(of finding: Shortfall.Finding) throws -> (event: Form, state: Form) {
        let blank = Shortfall.Finding(
            appointment: appointment,
            person: person,
            employer: finding.employer,
            source: finding.source,
            since: finding.since,
            dueOn: finding.dueOn,
            against: finding.against,
            required: finding.required,
            through: finding.through
        )
        if let form = forms[blank] { return form }
        let made = (
            event: try Form(WireFormat.encode(Shortfall.Event.opened(finding: blank)), appointment, person),
            state: try Form(WireFormat.encode(Shortfall.open(blank)), appointment, person)
        )
        forms[blank] = made
        return made
    }

    /// Bytes with the places of two ids, which nobody could have guessed and written elsewhere.
    private struct Form {
        let bytes: [UInt8]
        let appointment: Int
        let person: Int

        init(_ bytes: [UInt8], _ appointment: UUID, _ person: UUID) throws {
            self.bytes = bytes
            guard let first = Self.place(of: appointment, in: bytes), let second = Self.place(of: person, in: bytes)
            else {
                throw NotCoded()
            }
            self.appointment = first
            self.person = second
        }

        func filled(_ finding: Shortfall.Finding) -> [UInt8] {
            var filled = bytes
            filled.replaceSubrange(appointment..<appointment + 36, with: finding.appointment.lowercase.utf8)
            filled.replaceSubrange(person..<person + 36, with: finding.person.lowercase.utf8)
            return filled
        }

        private static func place(of id: UUID, in bytes: [UInt8]) -> Int? {
            bytes.firstRange(of: Array(id.lowercase.utf8))?.lowerBound
        }
    }

    /// An id is not in the bytes of its finding.
    struct NotCoded: Error {}
}
