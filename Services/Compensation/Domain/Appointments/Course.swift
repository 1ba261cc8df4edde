import Foundation
import Kernel

extension Appointment {
    /// What happened in the term of an appointment.
    package struct Course: Hashable, Codable, Sendable {
        package internal(set) var assessments: [Assessment] = []
        /// The day the enterprise expects the person to retire.
        package internal(set) var retirement: LocalDate?
        /// The appointment of the next term.
        package internal(set) var renewedBy: UUID?
        /// The bands told after the letter's, in the order they were told.
        package internal(set) var bands: [BandStep] = []

        init() {}
    }

    /// How an appointment ends.
    package struct End: Hashable, Codable, Sendable {
        /// Its last day, on whose 24:00 pay stops.
        package let on: LocalDate
        package let reason: AppointmentEndReason
    }

    /// Another band from a day on.
    package struct BandStep: Hashable, Codable, Sendable {
        package let band: Band
        package let from: LocalDate
        /// Why, in the enterprise's words.
        package let reason: String

        /// A change of band.
        package init(band: Band, from: LocalDate, reason: String) {
            self.band = band
            self.from = from
            self.reason = reason
        }
    }

    /// An assessment on the post (年度考核、聘期考核).
    package struct Assessment: Hashable, Codable, Sendable {
        /// What is assessed.
        package enum Kind: String, Codable, CaseIterable, Sendable {
            case annual, term
        }

        /// How it came out (优秀、合格、不合格).
        package enum Result: String, Codable, CaseIterable, Sendable {
            case excellent, passed, failed
        }

        package let kind: Kind
        /// The year it is of.
        package let year: Int
        package let result: Result
        /// The day it was decided.
        package let on: LocalDate
        /// Who assessed: a body or a person of the enterprise.
        package let by: String

        /// An assessment.
        package init(kind: Kind, year: Int, result: Result, on: LocalDate, by: String) {
            self.kind = kind
            self.year = year
            self.result = result
            self.on = on
            self.by = by
        }
    }
}
