import EvaluationDomain
import Kernel

/// Times in a post as people write them: `2021-06-01~`, `2016-03-01~2020-02-29;2021-01-01~至今`.
enum WrittenSpans {
    /// The spans, or nil where the text is none or they overlap.
    static func read(_ text: String) -> SeniorPosts? {
        var spans: [SeniorPosts.Span] = []
        for part in Normalised.identifier(text).split(whereSeparator: { ";、,".contains($0) }) {
            let ends = part.split(separator: "~", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = WrittenDay.read(String(ends[0])) else { return nil }
            if ends[1].isEmpty || ends[1] == "今" || ends[1] == "至今" {
                spans.append(SeniorPosts.Span(from: from, through: nil))
            } else {
                guard let through = WrittenDay.read(String(ends[1])) else { return nil }
                spans.append(SeniorPosts.Span(from: from, through: through))
            }
        }
        return SeniorPosts(spans)
    }
}
