import Kernel

/// What the centre asked to be corrected; told once and in whole (一次性告知).
///
/// 行政许可法 32（四）, which a filing follows by analogy: everything to be corrected is told at one time.
package struct Corrections: Hashable, Sendable, Codable {
    /// Every request, numbered from 1.
    package let requests: [CorrectionRequest]
    /// The day the filing had been submitted.
    package let submittedOn: LocalDate
    /// The day the enterprise was told.
    package let on: LocalDate

    /// Requests told on a day.
    package init(requests: [CorrectionRequest], submittedOn: LocalDate, on: LocalDate) {
        self.requests = requests
        self.submittedOn = submittedOn
        self.on = on
    }
}

/// One thing to be corrected.
package struct CorrectionRequest: Hashable, Sendable, Codable {
    /// Counts from 1 within the filing.
    package let number: Int
    /// Where in the papers.
    package let place: String
    /// What is wrong there.
    package let reason: String

    /// A request with its number.
    package init(number: Int, place: String, reason: String) {
        self.number = number
        self.place = place
        self.reason = reason
    }
}
