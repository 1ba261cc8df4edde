import EvaluationDomain
import Kernel
import Testing

@testable import EvaluationService

@Suite("Years in the post, clause 三（一）2")
struct ServiceYears {
    typealias Span = (from: String, through: String?)

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let spans: [Span]
        var pauses: [Span] = []
        var start: SeniorPosts.Start?
        var issuedOn: String? = "2015-05-20"
        var outcome: Finding.Outcome
        /// Whether the sentence says how long, at the least.
        var served: String?
        var testDescription: String { name }
    }

    /// The reference day is 2026-09-01.
    static let rows: [Row] = [
        Row(name: "four years to the day", spans: [("2022-09-01", nil)], outcome: .met, served: "4年0个月"),
        Row(name: "one day less", spans: [("2022-09-02", nil)], outcome: .notMet, served: "3年11个月"),
        Row(
            name: "an interruption of one day",
            spans: [("2022-09-01", nil)],
            pauses: [("2024-03-01", "2024-03-01")],
            outcome: .notMet
        ),
        Row(
            name: "an interruption of one day, made up for",
            spans: [("2022-08-31", nil)],
            pauses: [("2024-03-01", "2024-03-01")],
            outcome: .met
        ),
        Row(name: "a gap of one day", spans: [("2022-09-01", "2024-02-29"), ("2024-03-02", nil)], outcome: .notMet),
        Row(
            name: "no gap between two spans",
            spans: [("2022-09-01", "2024-02-29"), ("2024-03-01", nil)],
            outcome: .met
        ),
        Row(
            name: "an interruption outside the span",
            spans: [("2022-09-01", nil)],
            pauses: [("2020-01-01", "2020-12-31")],
            outcome: .met
        ),
        Row(
            name: "an interruption that overlaps another",
            spans: [("2022-08-30", nil)],
            pauses: [("2024-03-01", "2024-03-02"), ("2024-03-02", "2024-03-02")],
            outcome: .met
        ),
        Row(
            name: "two interruptions of a day",
            spans: [("2022-08-31", nil)],
            pauses: [("2024-03-01", "2024-03-01"), ("2025-03-01", "2025-03-01")],
            outcome: .notMet
        ),
        Row(
            name: "an interruption that goes on",
            spans: [("2022-08-01", nil)],
            pauses: [("2026-07-01", nil)],
            outcome: .notMet
        ),
        Row(
            name: "an interruption that began after four years",
            spans: [("2020-08-01", nil)],
            pauses: [("2026-07-01", nil)],
            outcome: .met
        ),
        Row(
            name: "an interruption of the whole span",
            spans: [("2020-08-01", "2025-08-01")],
            pauses: [("2020-01-01", nil)],
            outcome: .notMet,
            served: "0年0个月"
        ),
        Row(name: "a span that ended after four years", spans: [("2016-03-01", "2020-03-01")], outcome: .met),
        Row(name: "a span that ended before four years", spans: [("2016-03-01", "2020-02-28")], outcome: .notMet),
        Row(
            name: "a span that begins after the reference day",
            spans: [("2027-01-01", nil)],
            outcome: .notMet,
            served: "0年0个月"
        ),
        Row(
            name: "a span that begins on the reference day",
            spans: [("2026-09-01", nil)],
            outcome: .notMet,
            served: "0年0个月"
        ),
        Row(
            name: "a span whose end lies after the reference day",
            spans: [("2022-09-01", "2030-01-01")],
            outcome: .met
        ),
        Row(
            name: "four years that are full only after the reference day",
            spans: [("2023-09-01", "2030-01-01")],
            outcome: .notMet
        ),
        Row(name: "29 February, four years on", spans: [("2020-02-29", "2024-02-29")], outcome: .met),
        Row(name: "29 February, the day before", spans: [("2020-02-29", "2024-02-28")], outcome: .notMet),
        Row(
            name: "a start known only from the certificate",
            spans: [("2016-03-01", nil)],
            start: .certificate,
            outcome: .needsPerson
        ),
        Row(
            name: "the same where four years would be missed",
            spans: [("2024-03-01", nil)],
            start: .certificate,
            outcome: .needsPerson
        ),
        Row(
            name: "a start said to be an appointment",
            spans: [("2016-03-01", nil)],
            start: .appointment,
            outcome: .met
        ),
        Row(
            name: "a start on the very day of the certificate",
            spans: [("2016-03-01", nil)],
            issuedOn: "2016-03-01",
            outcome: .needsPerson
        ),
        Row(
            name: "a start the day after the certificate",
            spans: [("2016-03-02", nil)],
            issuedOn: "2016-03-01",
            outcome: .met
        ),
        Row(
            name: "a start before the certificate, which makes it a post of that grade",
            spans: [("2010-03-01", nil)],
            issuedOn: "2016-03-01",
            outcome: .needsPerson
        ),
        Row(name: "no date of the certificate", spans: [("2016-03-02", nil)], issuedOn: nil, outcome: .met),
    ]

    @Test("are counted as 民法典202 counts", arguments: rows)
    func counts(_ row: Row) throws {
        let posts = try #require(
            SeniorPosts(
                row.spans.map {
                    SeniorPosts.Span(from: Sample.day($0.from), through: $0.through.map(Sample.day), start: row.start)
                },
                interruptions: row.pauses.map {
                    SeniorPosts.Interruption(
                        from: Sample.day($0.from),
                        through: $0.through.map(Sample.day),
                        reason: "借调"
                    )
                }
            )
        )
        let assessment = try Sample.judged {
            $0.seniorPosts = posts
            $0.prior.issuedOn = row.issuedOn.map(Sample.day)
        }
        let finding = try #require(assessment.findings.first { $0.rule == "senior-post-years" })
        #expect(finding.outcome == row.outcome, "\(finding.facts)")
        if let served = row.served { #expect(finding.facts[0].contains(served), "\(finding.facts)") }
        #expect(
            assessment.standing == [.met: .eligible, .notMet: .ineligible, .needsPerson: .needsPerson][row.outcome]
        )
    }

    @Test("the length is what counting month by month gives", arguments: 0..<200)
    func length(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        func day() -> LocalDate { Sample.day("2015-01-01").adding(days: Int(random.next() % 4_000)) }
        var (from, spans) = (day(), [SeniorPosts.Span]())
        for index in 0..<Int(1 + random.next() % 3) {
            let through = from.adding(days: Int(random.next() % 1_200))
            spans.append(SeniorPosts.Span(from: from, through: index == 2 ? nil : through))
            from = through.adding(days: 1 + Int(random.next() % 200))
        }
        let pauses = (0..<Int(random.next() % 3)).map { _ in
            let from = day()
            return SeniorPosts.Interruption(
                from: from,
                through: from.adding(days: Int(random.next() % 90)),
                reason: nil
            )
        }
        let posts = try #require(SeniorPosts(spans, interruptions: pauses))
        let reference = Sample.day("2026-09-01")
        let length = posts.length(by: reference)
        var months = 0
        while posts.dayFull(years: 0, months: months + 1, by: reference) != nil { months += 1 }
        #expect(length.years * 12 + length.months == months)
        #expect((posts.dayFull(years: 4, by: reference) != nil) == (months >= 48))
        // Served days and days out make up the whole, and no day counts twice.
        for (earlier, later) in zip(posts.served, posts.served.dropFirst()) {
            #expect(earlier.through.map { $0 < later.from } == true)
        }
    }

    @Test(
        "as people write it",
        arguments: [
            ("2021-06-01(证书)~", "2021-06-01(证书日期)至今"),
            ("2021-06-01~;中断2022-01-01~2022-03-31:借调", "2021-06-01至今;其间2022-01-01至2022-03-31中断(借调)"),
            ("2021-06-01~；中断 2022/1/1～至今", "2021-06-01至今;其间2022-01-01至今中断"),
            ("2021-06-01~;中断2022-01-01", nil), ("中断2022-01-01~2022-02-01", nil),
            ("2021-06-01~;中断2022-02-01~2022-01-01", nil),
        ] as [(String, String?)]
    )
    func written(text: String, shown: String?) {
        #expect(WrittenSpans.read(text)?.chinese == shown)
    }
}

/// A small generator, the same numbers every time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
