import Kernel

/// What the authority asked to be corrected; told once and in whole (一次性告知).
///
/// 行政许可法 32（四）, which a filing follows by analogy: everything to be corrected is told at one time.
package struct Corrections: Hashable, Sendable, Codable {
    /// Every request, numbered from 1.
    package let requests: [CorrectionRequest]
    /// The day the filing had been submitted.
    package let submittedOn: LocalDate
    /// The day the enterprise was told.
    package let on: LocalDate
    /// The number of the notice (一次性告知书); nil for those told before notices had one.
    package let number: ReceiptNumber?
    /// What the enterprise says to single requests, by number, each at most once.
    package private(set) var answers: [CorrectionAnswer]

    /// Requests told on a day.
    package init(
        requests: [CorrectionRequest],
        submittedOn: LocalDate,
        on: LocalDate,
        number: ReceiptNumber? = nil,
        answers: [CorrectionAnswer] = []
    ) {
        self.requests = requests
        self.submittedOn = submittedOn
        self.on = on
        self.number = number
        self.answers = answers
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        requests = try container.decode([CorrectionRequest].self, forKey: .requests)
        submittedOn = try container.decode(LocalDate.self, forKey: .submittedOn)
        on = try container.decode(LocalDate.self, forKey: .on)
        // Rows written before there were notices and answers have neither.
        number = try container.decodeIfPresent(ReceiptNumber.self, forKey: .number)
        answers = try container.decodeIfPresent([CorrectionAnswer].self, forKey: .answers) ?? []
    }

    /// The numbers nothing was said to, in order.
    package var unanswered: [Int] {
        requests.map(\.number).filter { number in !answers.contains { $0.number == number } }
    }

    /// The same with an answer; another to the same request takes its place.
    func with(_ answer: CorrectionAnswer) -> Corrections {
        var changed = self
        changed.answers = (answers.filter { $0.number != answer.number } + [answer]).sorted { $0.number < $1.number }
        return changed
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

/// What an enterprise says to one request.
package struct CorrectionAnswer: Hashable, Sendable, Codable {
    /// The request's.
    package let number: Int
    /// What was done about it.
    package let text: String
    /// The day it was written.
    package let on: LocalDate

    /// An answer written on a day.
    package init(number: Int, text: String, on: LocalDate) {
        self.number = number
        self.text = text
        self.on = on
    }
}
