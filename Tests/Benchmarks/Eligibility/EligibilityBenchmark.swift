import ArgumentParser
import Contracts
import EvaluationDomain
import Foundation
import Glibc
import Kernel

/// Verdicts by the notice's rules as data beside the same rules written by hand, in the same run, by turns.
struct EligibilityBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eligibility",
        abstract: "Verdicts with their explanations on one core; writes Markdown."
    )

    @Option(help: "The file of the rule set.")
    var rules: String
    @Option(help: "Verdicts in a cell.")
    var verdicts = 100_000
    @Option(help: "Rounds.")
    var rounds = 5

    func run() throws {
        let datum: Datum = try WireFormat.decode(from: Array(Data(contentsOf: URL(filePath: rules))))
        let compiling = clock()
        let ruleSet = RuleSet(datum, digest: "benchmark")
        let compiled = Double(clock() - compiling) / 1_000
        guard ruleSet.problems.isEmpty else { throw Difference(description: "\(ruleSet.problems)") }
        let day = LocalDate(year: 2026, month: 9, day: 1) ?? .earliest
        let judging = Judging(by: ruleSet, criteria: Criteria(), on: day, account: "benchmark", today: day)
        let applicants = try Applicants.made(verdicts)
        try compare(applicants, judging, day)
        var results: [(load: Double, data: Double, hand: Double)] = []
        for round in 1...rounds {
            let load = try Self.loadAverage()
            var (data, hand) = (0.0, 0.0)
            // By turns: what runs first meets another machine than what runs last.
            if round.isMultiple(of: 2) { data = measure(applicants) { judging.verdict(on: $0).findings.count } }
            hand = measure(applicants) { HandWritten.verdict(on: $0, years: 4, by: day).count }
            if !round.isMultiple(of: 2) { data = measure(applicants) { judging.verdict(on: $0).findings.count } }
            results.append((load, data, hand))
        }
        print(markdown(results, compiled))
    }

    /// A cell whose answers are wrong measures nothing.
    private struct Difference: Error, CustomStringConvertible {
        let description: String
    }

    /// Both ways say the same, sentence by sentence, of all whom the rules of before could judge as now.
    private func compare(_ applicants: [Particulars], _ judging: Judging, _ day: LocalDate) throws {
        for applicant in applicants.prefix(20_000) {
            let data = judging.verdict(on: applicant).findings
            let hand = HandWritten.verdict(on: applicant, years: 4, by: day)
            for (left, right) in zip(data, hand) where left.outcome != right.outcome || left.rule != right.rule {
                throw Difference(description: "\(left) and \(right) differ for \(applicant)")
            }
        }
    }

    @inline(never)
    private func measure(_ applicants: [Particulars], _ judge: (Particulars) -> Int) -> Double {
        var findings = 0
        let start = clock()
        for applicant in applicants { findings &+= judge(applicant) }
        let seconds = Double(clock() - start) / 1_000_000
        return findings > 0 ? seconds : .nan
    }

    private static func loadAverage() throws -> Double {
        let text = try String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text.split(separator: " ").first.flatMap { Double($0) } ?? 0
    }

    private func markdown(_ results: [(load: Double, data: Double, hand: Double)], _ compiled: Double) -> String {
        let rows = results.enumerated().map { index, round in
            "| \(index + 1) | \(format(round.load)) | \(format(round.hand)) | \(format(round.data)) "
                + "| \(format(round.data / round.hand)) |"
        }
        let data = results.map(\.data).sorted()[(results.count - 1) / 2]
        let ratio = results.map { $0.data / $0.hand }.sorted()[(results.count - 1) / 2]
        return """
            \(verdicts) verdicts with their explanations, in seconds of processor time on one core; asked for: at most 2. Both ways \
            gave the same outcomes. Compiling the rule set takes \(format(compiled)) ms.

            | round | load before | by hand, s | as data, s | ratio |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))
            | median | | | **\(format(data))** | **\(format(ratio))** |
            """
    }

    private func format(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(2)).grouping(.never).locale(Locale(identifier: "en")))
    }
}
