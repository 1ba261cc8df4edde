import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("Reckoning scores")
struct Reckoning {
    @Test(
        "makes one of many in whole hundredths",
        arguments: [
            ([Int](), 0, 0), ([8050], 8050, 8050), ([8000, 8001], 8001, 8001), ([8000, 8000, 8001], 8000, 8000),
            ([10000, 9000, 8000, 7000, 0], 6800, 8000), ([9000, 9000, 9000, 8999, 8999], 9000, 9000),
            ([1, 2, 2, 2, 9999], 2001, 2), ([3333, 3333, 3334], 3333, 3333), ([6000, 5999], 6000, 6000),
        ]
    )
    func oneOfMany(scores: [Int], mean: Int, trimmed: Int) {
        #expect(ScoreReckoning.one(of: scores, by: .mean) == mean)
        #expect(ScoreReckoning.one(of: scores, by: .trimmedMean) == trimmed)
        #expect(ScoreReckoning.one(of: scores.reversed(), by: .trimmedMean) == trimmed)
    }

    @Test("lies between the lowest and the highest, whatever the scores", arguments: 0..<200)
    func between(seed: UInt64) {
        var numbers = SteadyNumbers(seed)
        let scores = (0..<Int.random(in: 1...15, using: &numbers)).map { _ in Int.random(in: 0...10000, using: &numbers)
        }
        for aggregation in ScoringRule.Aggregation.allCases {
            let one = ScoreReckoning.one(of: scores, by: aggregation)
            #expect(one >= (scores.min() ?? 0) && one <= (scores.max() ?? 0))
        }
    }

    private func terms(pass: Double = 60, isEntered: Bool = false) throws -> ScoringTerms {
        let methods = [
            Method(name: "业绩评审", weight: 60, passMark: pass), Method(name: "现场答辩", weight: 40, passMark: pass),
        ]
        let entered = ScoringSheet(
            method: "现场答辩",
            criteria: ScoringSheet.ofNotice(method: "").criteria,
            isEntered: isEntered
        )
        let plan = try ScoringSample.plan(ScoringRule(sheets: [entered]), methods: methods)
        guard let terms = ScoringTerms(plan) else { throw NotFound("terms") }
        return terms
    }

    private func sheets(_ totals: [Int], _ second: [Int]) -> [ScoreSheet] {
        totals.enumerated().map { ScoringSample.sheet("expert-\($0.offset + 1)", $0.element) }
            + second.enumerated().map { ScoringSample.sheet("expert-\($0.offset + 1)", $0.element, method: 1) }
    }

    @Test("weighs the methods, and passes who reached every pass mark to the hundredth")
    func weighing() throws {
        let reckoning = ScoreReckoning(
            seats: ScoringSample.seats(),
            sheets: sheets([6000, 6000, 6000, 6000, 6000], [5999, 6000, 6000, 6000, 6000]),
            entered: [],
            absent: []
        )
        let terms = try terms()
        #expect(reckoning.missing(of: [Sample.id(200)], by: terms).isEmpty)
        let result = reckoning.result(of: Sample.id(200), by: terms)
        #expect(result.methods.map(\.hundredths) == [6000, 6000])
        #expect(result.isPassed)
        let short = ScoreReckoning(
            seats: ScoringSample.seats(),
            sheets: sheets([9000, 9000, 9000, 9000, 9000], [5999, 5999, 5999, 6000, 5999]),
            entered: [],
            absent: []
        ).result(of: Sample.id(200), by: terms)
        #expect(short.methods.map(\.hundredths) == [9000, 5999])
        #expect(short.total == 7800 && !short.isPassed)
    }

    @Test("leaves out who stands aside by now, and wants the scores of everybody else")
    func recused() throws {
        let terms = try terms()
        let all = sheets([10000, 6000, 6000, 6000], [10000, 6000, 6000, 6000])
        let reckoning = ScoreReckoning(
            seats: ScoringSample.seats(recused: ["expert-1"]),
            sheets: all + [.draft(key: ScoringSample.key("expert-5"), content: .init(marks: [1], comment: nil))],
            entered: [],
            absent: []
        )
        let missing = reckoning.missing(of: [Sample.id(200)], by: terms)
        #expect(missing.map(\.member) == ["expert-5", "expert-5"])
        #expect(reckoning.result(of: Sample.id(200), by: terms).methods.map(\.hundredths) == [6000, 6000])
    }

    @Test("counts an entered score once it is confirmed, and fails who did not appear")
    func enteredAndAbsent() throws {
        let terms = try terms(isEntered: true)
        let entry = EnteredScore.Entry(
            round: Sample.id(10),
            application: Sample.id(200),
            method: 1,
            hundredths: 7250,
            basis: "试卷",
            by: "hr-1"
        )
        func reckoning(_ score: EnteredScore, absent: Bool = false) -> ScoreReckoning {
            ScoreReckoning(
                seats: ScoringSample.seats(),
                sheets: sheets([8000, 8000, 8000, 8000, 8000], []),
                entered: [score],
                absent: absent ? [ScoreReckoning.Place(Sample.id(200), 1)] : []
            )
        }
        #expect(reckoning(.entered(entry: entry)).missing(of: [Sample.id(200)], by: terms).map(\.member) == [nil])
        let confirmed = reckoning(.confirmed(entry: entry, by: "hr-2"))
        #expect(confirmed.missing(of: [Sample.id(200)], by: terms).isEmpty)
        #expect(confirmed.result(of: Sample.id(200), by: terms).total == 7700)
        let absent = reckoning(.absent, absent: true)
        #expect(absent.missing(of: [Sample.id(200)], by: terms).isEmpty)
        let result = absent.result(of: Sample.id(200), by: terms)
        #expect(result.methods[1].isAbsent && !result.methods[1].isPassed && result.total == 4800 && !result.isPassed)
    }

    @Test("takes of a defence the scores of those who heard it, where that is on record")
    func heard() throws {
        let terms = try terms()
        let reckoning = ScoreReckoning(
            seats: ScoringSample.seats(recused: ["expert-4"]),
            sheets: sheets([8000, 8000, 8000, 8000, 8000], [9000, 7000, 1000, 1000]),
            entered: [],
            absent: [],
            attendance: [ScoreReckoning.Place(Sample.id(200), 1): ["expert-1", "expert-2", "expert-4"]]
        )
        #expect(reckoning.missing(of: [Sample.id(200)], by: terms).isEmpty)
        #expect(reckoning.result(of: Sample.id(200), by: terms).methods.map(\.hundredths) == [8000, 8000])
        #expect(reckoning.result(of: Sample.id(200), by: terms).methods.map(\.scores) == [4, 2])
    }

    @Test("is opened for the eligible, takes in later ones, and closes once all is in")
    func course() throws {
        let terms = try terms()
        var scoring = Scoring.initial
        let empty = ScoreReckoning(seats: ScoringSample.seats(), sheets: [], entered: [], absent: [])
        #expect(throws: Scoring.Rejection.notOpen) { try scoring.decide(.close(empty)) }
        #expect(throws: Scoring.Rejection.nobodyToScore) { try scoring.decide(.open(terms, candidates: [])) }
        _ = try scoring.handle(.open(terms, candidates: [Sample.id(200)]))
        #expect(try scoring.decide(.open(terms, candidates: [Sample.id(200)])).isEmpty)
        #expect(throws: Scoring.Rejection.scoresMissing(count: 10)) { try scoring.decide(.close(empty)) }
        var later = scoring
        _ = try later.handle(.open(terms, candidates: [Sample.id(200), Sample.id(201)]))
        #expect(later.candidates == [Sample.id(200), Sample.id(201)])
        let full = ScoreReckoning(
            seats: ScoringSample.seats(),
            sheets: sheets([7000, 7000, 7000, 7000, 7000], [8000, 8000, 8000, 8000, 8000]),
            entered: [],
            absent: []
        )
        #expect(throws: Scoring.Rejection.scoresMissing(count: 10)) { try later.decide(.close(full)) }
        _ = try scoring.handle(.close(full))
        #expect(scoring.results?.map(\.total) == [7400])
        #expect(throws: Scoring.Rejection.alreadyClosed) { try scoring.decide(.close(full)) }
        #expect(throws: Scoring.Rejection.alreadyClosed) {
            try scoring.decide(.open(terms, candidates: [Sample.id(200)]))
        }
        // Who became eligible only now is scored too, and what was scored stays.
        _ = try scoring.handle(.open(terms, candidates: [Sample.id(200), Sample.id(201)]))
        #expect(scoring.candidates == [Sample.id(200), Sample.id(201)] && scoring.results == nil)
        #expect(throws: Scoring.Rejection.scoresMissing(count: 10)) { try scoring.decide(.close(full)) }
    }
}
