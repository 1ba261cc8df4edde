import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The life of an appointment")
struct AppointmentLife {
    typealias Table = Decision<Appointment>

    static let benchmark = Sample.declared("ZG-2", 1_680_000, from: "2026-01-01")
    static let letter = Sample.letter()
    static let today = Sample.day("2027-12-20")
    static let certificate = Sample.id(80)

    static func assessment(
        _ kind: Appointment.Assessment.Kind,
        _ result: Appointment.Assessment.Result = .passed,
        on day: String = "2027-12-10"
    ) -> Appointment.Assessment {
        .init(kind: kind, year: Sample.day(day).year, result: result, on: Sample.day(day), by: "考核委员会")
    }

    /// An appointment after some events.
    static func after(_ events: Appointment.Event...) -> Appointment {
        events.reduce(into: Appointment.initial) { $0.apply($1) }
    }

    static func rows(_ measure: Parity.Benchmarked) -> [Table] {
        let waiting = Sample.letter(certificate: nil)
        let unmade = Appointment.initial
        let awaiting = after(.agreed(letter: waiting, measure: measure))
        let made = after(.made(letter: letter, measure: measure))
        let failed = after(
            .made(letter: letter, measure: measure),
            .assessed(assessment: assessment(.annual, .failed))
        )
        let passed = after(.made(letter: letter, measure: measure), .assessed(assessment: assessment(.term)))
        let unfit = after(.made(letter: letter, measure: measure), .assessed(assessment: assessment(.term, .failed)))
        let through = letter.term.through
        let left = after(.made(letter: letter, measure: measure), .ended(on: today, reason: .leaving))
        let over = after(.made(letter: letter, measure: measure), .ended(on: through, reason: .expiry))
        let overPassed = after(
            .made(letter: letter, measure: measure),
            .assessed(assessment: assessment(.term)),
            .ended(on: through, reason: .expiry)
        )
        let step = Appointment.BandStep(band: letter.band, from: today, reason: "晋档")
        let after = Appointment.BandStep(band: letter.band, from: today.adding(days: 1), reason: "晋档")
        let endedAhead = Self.after(.agreed(letter: waiting, measure: measure), .ended(on: today, reason: .leaving))
        let early = Sample.day("2026-10-31")
        return [
            .given(unmade, when: .make(letter, declared: [measure]), then: .made(letter: letter, measure: measure)),
            .given(unmade, when: .make(waiting, declared: [measure]), then: .agreed(letter: waiting, measure: measure)),
            .given(unmade, when: .make(letter, declared: []), refused: .noBenchmark),
            .given(unmade, when: .certify(certificate, on: today)), .given(unmade, when: .pass(on: .latest)),
            .given(unmade, when: .assess(assessment(.term), today: today), refused: .notMade),
            .given(unmade, when: .end(.leaving, last: today), refused: .notMade),
            .given(unmade, when: .revoke(last: today)),
            .given(unmade, when: .renew(by: certificate), refused: .notMade),
            .given(unmade, when: .changeBand(step, declared: [measure]), refused: .notMade),
            .given(unmade, when: .expectRetirement(on: today), refused: .notMade),

            .given(awaiting, when: .make(letter, declared: [measure]), refused: .alreadyMade),
            .given(awaiting, when: .certify(certificate, on: today), then: .certified(certificate: certificate)),
            .given(awaiting, when: .pass(on: through)),
            .given(awaiting, when: .pass(on: .latest), then: .ended(on: through, reason: .expiry)),
            .given(awaiting, when: .assess(assessment(.term), today: today), refused: .awaitsCertificate),
            .given(awaiting, when: .end(.leaving, last: early), then: .ended(on: early, reason: .leaving)),
            .given(awaiting, when: .revoke(last: today), then: .ended(on: today, reason: .revocation)),
            .given(awaiting, when: .renew(by: certificate), refused: .awaitsCertificate),
            .given(awaiting, when: .expectRetirement(on: today), refused: .awaitsCertificate),
            .given(
                awaiting,
                when: .changeBand(step, declared: [measure]),
                then: .bandChanged(step: step, measure: measure)
            ),

            .given(made, when: .make(letter, declared: [measure]), refused: .alreadyMade),
            .given(made, when: .certify(certificate, on: today)), .given(made, when: .pass(on: through)),
            .given(made, when: .pass(on: through.adding(days: 1)), then: .ended(on: through, reason: .expiry)),
            .given(
                made,
                when: .assess(assessment(.annual), today: today),
                then: .assessed(assessment: assessment(.annual))
            ),
            .given(failed, when: .assess(assessment(.annual), today: today), refused: .assessedAlready),
            .given(passed, when: .assess(assessment(.term), today: today), refused: .assessedAlready),
            .given(
                made,
                when: .assess(assessment(.annual, on: "2026-10-31"), today: today),
                refused: .assessedOutsideTerm(from: letter.term.from)
            ),
            .given(
                made,
                when: .assess(assessment(.annual, on: "2027-12-21"), today: today),
                refused: .assessedOutsideTerm(from: letter.term.from)
            ),
            .given(made, when: .expectRetirement(on: today), then: .retirementExpected(on: today)),
            .given(made, when: .expectRetirement(on: nil), then: .retirementExpected(on: nil)),
            .given(made, when: .end(.failedAssessment, last: today), refused: .nothingFailed),
            .given(
                failed,
                when: .end(.failedAssessment, last: today),
                then: .ended(on: today, reason: .failedAssessment)
            ),
            .given(
                made,
                when: .end(.leaving, last: Sample.day("2026-10-30")),
                refused: .endOutsideTerm(from: letter.term.from, through: through)
            ),
            .given(
                made,
                when: .end(.leaving, last: through.adding(days: 1)),
                refused: .endOutsideTerm(from: letter.term.from, through: through)
            ),
            .given(made, when: .revoke(last: today), then: .ended(on: today, reason: .revocation)),
            .given(made, when: .revoke(last: .earliest), then: .ended(on: early, reason: .revocation)),
            .given(made, when: .revoke(last: through)),
            .given(made, when: .renew(by: certificate), refused: .notAssessed),
            .given(unfit, when: .renew(by: certificate), refused: .failedAssessment),
            .given(passed, when: .renew(by: certificate), then: .renewed(by: certificate)),
            .given(
                made,
                when: .changeBand(step, declared: [measure]),
                then: .bandChanged(step: step, measure: measure)
            ),
            .given(made, when: .changeBand(step, declared: []), refused: .noBenchmark),

            .given(left, when: .make(letter, declared: [measure]), refused: .alreadyMade),
            .given(left, when: .certify(certificate, on: today)), .given(left, when: .pass(on: .latest)),
            .given(left, when: .end(.death, last: today), refused: .alreadyEnded),
            .given(left, when: .revoke(last: today)),
            .given(left, when: .revoke(last: early), then: .ended(on: early, reason: .revocation)),
            .given(left, when: .renew(by: certificate), refused: .alreadyEnded),
            .given(left, when: .expectRetirement(on: today), refused: .alreadyEnded),
            .given(
                left,
                when: .changeBand(step, declared: [measure]),
                then: .bandChanged(step: step, measure: measure)
            ),
            .given(
                left,
                when: .changeBand(after, declared: [measure]),
                refused: .bandOutsideTerm(from: letter.term.from, through: today)
            ),
            .given(
                endedAhead,
                when: .certify(certificate, on: today),
                then: .certified(certificate: certificate)
            ),
            .given(endedAhead, when: .certify(certificate, on: today.adding(days: 1))),
            .given(over, when: .renew(by: certificate), refused: .notAssessed),
            .given(overPassed, when: .renew(by: certificate), then: .renewed(by: certificate)),
            .given(
                over,
                when: .assess(assessment(.term, on: "2029-11-05"), today: Sample.day("2029-11-06")),
                then: .assessed(assessment: assessment(.term, on: "2029-11-05"))
            ),
            .given(
                over,
                when: .assess(assessment(.annual, on: "2029-11-05"), today: Sample.day("2029-11-06")),
                refused: .assessedOutsideTerm(from: letter.term.from)
            ),
        ]
            + AppointmentEndReason.allCases.filter { $0.isForPeople && $0 != .failedAssessment }.map { reason in
                .given(
                    made,
                    when: .end(reason, last: today),
                    then: .ended(on: today, reason: reason),
                    note: reason.rawValue
                )
            }
    }

    @Test("goes by decisions", arguments: benchmark.map(rows) ?? [])
    func decides(_ row: Table) { row.verify() }

    @Test(
        "A term of years ends the day before the day that corresponds, or with February where that day is none",
        arguments: [
            ("2026-11-01", 3, "2029-10-31"), ("2027-03-01", 1, "2028-02-29"), ("2028-02-29", 1, "2029-02-28"),
            ("2028-02-29", 4, "2032-02-28"), ("2028-03-01", 1, "2029-02-28"), ("2028-01-01", 1, "2028-12-31"),
            ("2025-03-01", 3, "2028-02-29"), ("2096-02-29", 4, "2100-02-28"),
        ]
    )
    func endsByYears(from: String, years: Int, through: String) {
        #expect(Term(from: Sample.day(from), years: years) == Sample.term(from, through))
        #expect(Term(from: Sample.day(from), years: 0) == nil)
    }

    @Test("A state written by an older version is read as what it was")
    func readsOldStates() throws {
        let letter = #"""
            {"employer":{"id":"01990000-0000-7000-8000-000000000050","creditCode":"91371600MA3N00011J"},
             "post":"01990000-0000-7000-8000-000000000060","person":"01990000-0000-7000-8000-000000000001",
             "certificate":"01990000-0000-7000-8000-000000000080",
             "occupation":{"code":"6-18-02-04","edition":"2022","name":"焊工"},
             "term":{"from":"2026-11-01","through":"2029-10-31"},
             "band":{"code":"ZG-2","minimum":{"fen":1680000}},"duties":"带徒","number":"聘〔2026〕1号"}
            """#
        let measure = #"""
            {"id":"01990000-0000-7000-8000-000001680000","declaration":{"employer":
             {"id":"01990000-0000-7000-8000-000000000050","creditCode":"91371600MA3N00011J"},"band":{"code":"ZG-2",
             "minimum":{"fen":1680000},"median":{"fen":1780000},"components":["岗位工资"]},
             "effectiveFrom":"2026-01-01","document":"薪酬管理办法"}}
            """#
        func read(_ name: String) throws -> Appointment {
            let text = #"{"\#(name)":{"_0":\#(letter),"measure":\#(measure)}}"#
            return try JSONDecoder().decode(Appointment.self, from: Data(text.utf8))
        }
        let (made, ended) = (try read("made"), try read("ended"))
        #expect(made.letter?.band.code == "ZG-2" && made.end == nil)
        #expect(Entitlement(of: made)?.until == Sample.day("2029-10-31"))
        #expect(ended.end?.reason == .expiry && ended.end?.on == Sample.day("2029-10-31"))
        let post = Data(
            #"{"established":{"_0":{"employer":{"id":"01990000-0000-7000-8000-000000000050","creditCode":"91371600MA3N00011J"},"occupation":{"code":"6-18-02-04","edition":"2022","name":"焊工"},"unit":"一","headcount":1,"decision":"七号"},"_1":[]}}"#
                .utf8
        )
        #expect(try JSONDecoder().decode(Post.self, from: post).standing == .open)
    }

    @Test(
        "Entitlement: never without a certificate, from the day of the letter, never after the last day",
        arguments: 0..<200
    )
    func entitles(seed: UInt64) throws {
        var random = Xorshift(seed: seed)
        let measure = try #require(Self.benchmark)
        let from = Sample.day("2026-11-01").adding(days: Int.random(in: 0..<400, using: &random))
        let term = try #require(Term(from: from, years: Int.random(in: 1...5, using: &random)))
        let pay = Bool.random(using: &random) ? from.adding(days: Int.random(in: -60...60, using: &random)) : nil
        let isWaiting = Bool.random(using: &random)
        var appointment = Appointment.initial
        _ = try appointment.handle(
            .make(
                Sample.letter(term: term, certificate: isWaiting ? nil : Self.certificate, payFrom: pay),
                declared: [measure]
            )
        )
        let payDay = pay ?? from
        if isWaiting {
            #expect(Entitlement(of: appointment) == nil)
            _ = try appointment.handle(.certify(Self.certificate, on: payDay))
        }
        #expect(
            Entitlement(of: appointment)?.holds(on: payDay) == true
                && Entitlement(of: appointment)?.until == term.through
        )
        let revoked = from.adding(days: Int.random(in: -200..<2200, using: &random))
        if Bool.random(using: &random) {
            let last = term.from.adding(days: Int.random(in: -1..<300, using: &random))
            _ = try appointment.handle(.end(.leaving, last: last))
        }
        let before = Entitlement(of: appointment)?.until
        _ = try appointment.handle(.revoke(last: revoked.adding(days: -1)))
        let entitlement = Entitlement(of: appointment)
        for day in [payDay.adding(days: -1), revoked, term.through.adding(days: 1)] {
            #expect(entitlement?.holds(on: day) != true, "\(day)")
        }
        if let entitlement {
            #expect(entitlement.from == payDay && entitlement.from <= entitlement.until)
            let bound = min(before ?? .latest, max(revoked.adding(days: -1), payDay.adding(days: -1)))
            #expect(entitlement.until == bound)
            #expect((entitlement.ends == .revocation) == (revoked.adding(days: -1) < (before ?? .latest)))
        }
    }
}

/// Numbers that are the same at each run.
struct Xorshift: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
