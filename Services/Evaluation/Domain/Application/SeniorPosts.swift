import Kernel

/// The times somebody held a 高级技师 post, counted from the appointment, with every interruption explicit.
package struct SeniorPosts: Codable, Hashable, Sendable {
    /// The spans in order, none touching the time of another; only the last may be open.
    package let spans: [Span]

    /// One unbroken time in the post.
    package struct Span: Codable, Hashable, Sendable {
        /// The day of appointment.
        package let from: LocalDate
        /// The last day in the post, nil where it is still held.
        package let through: LocalDate?

        /// A time in the post.
        package init(from: LocalDate, through: LocalDate?) {
            self.from = from
            self.through = through
        }
    }

    /// The spans, put in order; nil where there is none, two overlap, one ends before it begins or an open one is not last.
    package init?(_ spans: [Span]) {
        let sorted = spans.sorted { $0.from < $1.from }
        guard !sorted.isEmpty, sorted.allSatisfy({ span in span.through.map { $0 >= span.from } ?? true }) else {
            return nil
        }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            guard let end = earlier.through, end < later.from else { return nil }
        }
        self.spans = sorted
    }

    /// The day on which so many years in the post are full, reckoned to a reference day; nil where they are not by then.
    ///
    /// 民法典第202条: years end with the corresponding day. Every day between two spans moves that day by one.
    package func dayFull(years: Int, by reference: LocalDate) -> LocalDate? {
        dayFull(months: years * 12, by: reference)
    }

    /// The service up to a day in whole years and months of the calendar, as people say it.
    package func length(by reference: LocalDate) -> (years: Int, months: Int) {
        var months = 0
        while dayFull(months: months + 1, by: reference) != nil { months += 1 }
        return (months / 12, months % 12)
    }

    private func dayFull(months: Int, by reference: LocalDate) -> LocalDate? {
        guard let first = spans.first, months < 1200 else { return nil }
        var full = first.from.adding(years: 0, months: months)
        for (index, span) in spans.enumerated() {
            if index > 0, let end = spans[index - 1].through {
                full = full.adding(days: end.days(until: span.from) - 1)
            }
            if full <= span.through ?? .latest { return full <= reference ? full : nil }
        }
        return nil
    }

    /// The spans in words.
    package var chinese: String {
        spans.map { "\($0.from)至\($0.through?.description ?? "今")" }.joined(separator: ";")
    }
}
