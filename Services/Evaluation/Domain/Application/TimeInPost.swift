import Kernel

/// How long a post was held, by 民法典第202条.
extension SeniorPosts {
    /// The day on which so many years and months in the post are full, reckoned to a reference day; nil where they are not by then.
    ///
    /// 民法典第202条: years end with the corresponding day. Every day between two spans moves that day by one.
    package func dayFull(years: Int, months: Int = 0, by reference: LocalDate) -> LocalDate? {
        let (ofYears, first) = years.multipliedReportingOverflow(by: 12)
        let (all, second) = ofYears.addingReportingOverflow(months)
        return first || second ? nil : Self.dayFull(months: all, of: served, by: reference)
    }

    /// The service up to a day in whole years and months of the calendar, as people say it.
    package func length(by reference: LocalDate) -> (years: Int, months: Int) {
        let served = served
        guard let first = served.first, first.from <= reference else { return (0, 0) }
        // More months lie never earlier, so the last that is full is found by halving.
        let most = (reference.year - first.from.year) * 12 + reference.month - first.from.month
        var (full, open) = (0, most + 1)
        while open - full > 1 {
            let middle = (full + open) / 2
            if Self.dayFull(months: middle, of: served, by: reference) == nil { open = middle } else { full = middle }
        }
        return (full / 12, full % 12)
    }

    /// Nothing is full before it began: a month count below one is none.
    private static func dayFull(months: Int, of spans: [Span], by reference: LocalDate) -> LocalDate? {
        guard let first = spans.first, (0..<1200).contains(months) else { return nil }
        var full = first.from.adding(years: 0, months: months)
        for (index, span) in spans.enumerated() {
            if index > 0, let end = spans[index - 1].through {
                full = full.adding(days: end.days(until: span.from) - 1)
            }
            if full <= span.through ?? .latest { return full <= reference ? full : nil }
        }
        return nil
    }
}
