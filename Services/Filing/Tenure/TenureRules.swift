import FilingDomain
import Kernel

/// When renewal opens and is reminded of; other provinces take applications within the last 90 days of the term.
struct TenureRules: Sendable {
    /// So many days before the end an enterprise may apply for renewal.
    let opens: Int
    /// So many days before the end it is reminded, each once a term.
    let thresholds: [Int]

    /// The rules as set; 90 days, and reminders at 90, 30 and 7 unless set otherwise.
    init(opens: String?, thresholds: String?) {
        self.opens = opens.flatMap(Int.init).map { max(1, $0) } ?? 90
        let set = thresholds?.split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }.filter { $0 > 0 }
        self.thresholds = set.flatMap { $0.isEmpty ? nil : $0 } ?? [90, 30, 7]
    }

    /// The first day on which renewal may be applied for.
    func opening(of term: Term) -> LocalDate { term.through.adding(days: 1 - opens) }

    /// When a tenure is looked at next: today while the day has brought something that was not noted yet.
    ///
    /// Within a month in any case, so that other settings take effect.
    func look(at tenure: Tenure, on day: LocalDate) -> LocalDate? {
        if case .cancelled = tenure { return nil }
        if tenure.isDue(on: day, thresholds: thresholds) { return day }
        guard let next = tenure.nextDay(after: day, thresholds: thresholds) else { return nil }
        return min(next, day.adding(days: 30))
    }
}
