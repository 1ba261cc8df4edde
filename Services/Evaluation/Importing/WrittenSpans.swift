import EvaluationDomain
import Kernel

/// Times in a post as people write them: `2021-06-01~`, `2016-03-01~2020-02-29;2021-01-01~至今`.
///
/// `2021-06-01(证书)~` says that the first day is only that of the certificate; `中断2022-01-01~2022-03-31` is a time out
/// of the post inside another, with the reason after a colon where there is one.
enum WrittenSpans {
    /// The spans, or nil where the text is none or they overlap.
    static func read(_ text: String) -> SeniorPosts? {
        var spans: [SeniorPosts.Span] = []
        var pauses: [SeniorPosts.Interruption] = []
        for part in Normalised.identifier(text).split(whereSeparator: { ";、,".contains($0) }) {
            if part.hasPrefix("中断") {
                guard let pause = pause(part.dropFirst(2)) else { return nil }
                pauses.append(pause)
            } else {
                guard let span = span(part) else { return nil }
                spans.append(span)
            }
        }
        return SeniorPosts(spans, interruptions: pauses)
    }

    private static func span(_ part: Substring) -> SeniorPosts.Span? {
        let ends = part.split(separator: "~", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        let words = ["(证书)", "(发证日期)", "(证书日期)"]
        let isOfCertificate = words.contains(where: ends[0].hasSuffix)
        let first = words.reduce(String(ends[0])) { $0.replacing($1, with: "") }
        guard let from = WrittenDay.read(first), let through = end(ends[1]) else { return nil }
        return SeniorPosts.Span(from: from, through: through.day, start: isOfCertificate ? .certificate : nil)
    }

    private static func pause(_ part: Substring) -> SeniorPosts.Interruption? {
        let halves = part.split(separator: ":", maxSplits: 1)
        guard let days = halves.first?.split(separator: "~", omittingEmptySubsequences: false), days.count == 2,
            let from = WrittenDay.read(String(days[0])), let through = end(days[1])
        else { return nil }
        return SeniorPosts.Interruption(
            from: from,
            through: through.day,
            reason: halves.dropFirst().first.map(String.init)
        )
    }

    /// The last day, nil inside where it goes on; nil where it is no day.
    private static func end(_ text: Substring) -> (day: LocalDate?, Void)? {
        if text.isEmpty || text == "今" || text == "至今" { return (nil, ()) }
        return WrittenDay.read(String(text)).map { ($0, ()) }
    }
}
