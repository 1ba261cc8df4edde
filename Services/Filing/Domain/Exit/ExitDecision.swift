import Kernel

/// What was decided in a case, and what came of the decision.
package struct ExitDecision: Hashable, Sendable, Codable {
    package let outcome: ExitOutcome
    package let number: DocumentNumber
    package let ends: Ends
    package let reasons: String
    package let basis: String
    /// The answer to statement and defence; nil where there was none.
    package let answer: String?
    package let officer: Officer
    package let on: LocalDate
    /// What becomes of each class; nil where nothing is cancelled or suspended.
    package let consequences: Consequences?
    /// The digest of the preview it was decided on.
    package let preview: String?
    /// The last day of a suspension.
    package let suspendedThrough: LocalDate?
    /// The day it was published.
    package internal(set) var publishedOn: LocalDate?
    package internal(set) var takenDown: TakenDown?

    /// A decision of a named officer.
    package init(
        outcome: ExitOutcome,
        number: DocumentNumber,
        ends: Ends,
        reasons: String,
        basis: String,
        answer: String?,
        officer: Officer,
        on: LocalDate,
        consequences: Consequences?,
        preview: String?,
        suspendedThrough: LocalDate? = nil
    ) {
        self.outcome = outcome
        self.number = number
        self.ends = ends
        self.reasons = reasons
        self.basis = basis
        self.answer = answer
        self.officer = officer
        self.on = on
        self.consequences = consequences
        self.preview = preview
        self.suspendedThrough = suspendedThrough
    }

    /// How a publication was taken down.
    package struct TakenDown: Hashable, Sendable, Codable {
        package let on: LocalDate
        /// Where it stood besides the public list: the bureau's site, credit platforms.
        package let places: [String]
        package let officer: Officer

        /// Taken down by an officer on a day.
        package init(on: LocalDate, places: [String], officer: Officer) {
            self.on = on
            self.places = places
            self.officer = officer
        }
    }
}

/// A decision set aside (撤销决定), with the reasons.
package struct Undoing: Hashable, Sendable, Codable {
    package let number: DocumentNumber
    package let ends: Ends
    package let reasons: String
    package let officer: Officer
    package let on: LocalDate

    /// What an officer sets aside on a day.
    package init(number: DocumentNumber, ends: Ends, reasons: String, officer: Officer, on: LocalDate) {
        self.number = number
        self.ends = ends
        self.reasons = reasons
        self.officer = officer
        self.on = on
    }
}
