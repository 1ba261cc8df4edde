import Kernel

/// A thing to be corrected, before it has its number.
package struct Deficiency: Hashable, Sendable {
    /// Where in the papers.
    package let place: String
    /// What is wrong there.
    package let reason: String

    /// What is wrong at a place of the papers.
    package init(place: String, reason: String) {
        self.place = place
        self.reason = reason
    }

    /// Whether the place is the discussion with the employees, which an enterprise need not prove.
    ///
    /// 劳动合同法 4 binds the enterprise; neither the notice nor the filing procedure makes proof of it a condition.
    package var isAboutConsultation: Bool {
        let text = place.lowercased()
        return Self.words.contains { text.contains($0) }
    }

    private static let words = [
        "consultation", "职工代表大会", "职代会", "民主程序", "民主协商", "征求职工", "听取职工", "职工讨论", "职工意见", "工会意见", "协商情况", "协商材料",
    ]
}

extension Corrections {
    /// Everything that is to be corrected, numbered; by analogy with 行政许可法 32（四）, at one time, each by itself.
    static func told(
        _ deficiencies: [Deficiency],
        number: ReceiptNumber?,
        submittedOn: LocalDate,
        on day: LocalDate
    ) throws(FilingRejection) -> Corrections {
        guard !deficiencies.isEmpty else { throw .noRequests }
        if let place = deficiencies.first(where: \.isAboutConsultation)?.place {
            throw .consultationIsOptional(place: place)
        }
        let requests = deficiencies.enumerated().map { index, wrong in
            CorrectionRequest(number: index + 1, place: wrong.place, reason: wrong.reason)
        }
        return Corrections(requests: requests, submittedOn: submittedOn, on: day, number: number)
    }

    /// What is said to one of the requests.
    func answer(_ number: Int, _ text: String, on day: LocalDate) throws(FilingRejection) -> CorrectionAnswer {
        guard requests.contains(where: { $0.number == number }) else {
            throw .noSuchRequest(number, last: requests.count)
        }
        return CorrectionAnswer(number: number, text: text, on: day)
    }
}
