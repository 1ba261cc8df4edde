import Kernel

/// The times somebody held a 高级技师 post, counted from the appointment, with every interruption explicit.
package struct SeniorPosts: Codable, Hashable, Sendable {
    /// The spans in order, none touching the time of another; only the last may be open.
    package let spans: [Span]
    /// Times inside the spans that do not count, in order; nil where none were told.
    package let interruptions: [Interruption]?

    /// One unbroken time in the post.
    package struct Span: Codable, Hashable, Sendable {
        /// The day of appointment.
        package let from: LocalDate
        /// The last day in the post, nil where it is still held.
        package let through: LocalDate?
        /// How the first day is known; nil as `appointment`, which was all there was before it was asked.
        package let start: Start?

        /// A time in the post.
        package init(from: LocalDate, through: LocalDate?, start: Start? = nil) {
            self.from = from
            self.through = through
            self.start = start
        }
    }

    /// How the first day of a span is known.
    package enum Start: String, Codable, CaseIterable, Sendable {
        /// From the appointment to the post.
        case appointment
        /// Only from the date of the certificate, which is not the appointment: a person looks at it.
        case certificate
    }

    /// A time out of the post inside a span: unpaid leave, another post, a long illness.
    package struct Interruption: Codable, Hashable, Sendable {
        /// The first day out of the post.
        package let from: LocalDate
        /// The last day out of it, nil where it goes on.
        package let through: LocalDate?
        /// Why, where it was told.
        package let reason: String?

        /// A time that does not count.
        package init(from: LocalDate, through: LocalDate?, reason: String? = nil) {
            self.from = from
            self.through = through
            self.reason = reason
        }
    }

    /// The spans, put in order.
    ///
    /// Nil where there is none, two overlap, one or an interruption ends before it begins or an open span is not last.
    package init?(_ spans: [Span], interruptions: [Interruption] = []) {
        let sorted = spans.sorted { $0.from < $1.from }
        guard !sorted.isEmpty, sorted.allSatisfy({ span in span.through.map { $0 >= span.from } ?? true }) else {
            return nil
        }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            guard let end = earlier.through, end < later.from else { return nil }
        }
        guard interruptions.allSatisfy({ pause in pause.through.map { $0 >= pause.from } ?? true }) else { return nil }
        self.spans = sorted
        self.interruptions = interruptions.isEmpty ? nil : interruptions.sorted { $0.from < $1.from }
    }

    /// The spans without what interrupted them.
    package var served: [Span] {
        (interruptions ?? []).reduce(spans) { spans, pause in
            spans.flatMap { span -> [Span] in
                let (end, resumed) = (span.through ?? .latest, (pause.through ?? .latest).adding(days: 1))
                guard pause.from <= end, (pause.through ?? .latest) >= span.from else { return [span] }
                var left: [Span] = []
                if span.from < pause.from {
                    left.append(Span(from: span.from, through: pause.from.adding(days: -1), start: span.start))
                }
                if pause.through != nil, resumed <= end {
                    left.append(Span(from: resumed, through: span.through, start: span.start))
                }
                return left
            }
        }
    }

    /// Whether the first day of a span is known only from the date of a certificate.
    package var isStartFromCertificate: Bool { spans.contains { $0.start == .certificate } }

    /// The spans in words.
    package var chinese: String {
        var text = ""
        for span in spans {
            if !text.isEmpty { text += ";" }
            text += span.from.description
            if span.start == .certificate { text += "(证书日期)" }
            text += "至"
            text += span.through?.description ?? "今"
        }
        for pause in interruptions ?? [] {
            text += ";其间\(pause.from)至\(pause.through?.description ?? "今")中断"
            if let reason = pause.reason { text += "(\(reason))" }
        }
        return text
    }
}
