import ArgumentParser
import Foundation
import Glibc
import Kernel

/// Deadlines from tables counted in advance beside a loop that walks from day to day, in the same run, by turns.
struct CalendarBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Deadlines a second on one core beside a loop over days; writes Markdown."
    )

    @Option(help: "Different deadlines.")
    var deadlines = 1_000_000
    @Option(help: "How often each is reckoned in a cell.")
    var times = 10
    @Option(help: "Rounds.")
    var rounds = 5

    func run() throws {
        let calendar = try WorkingCalendar.initial()
        let loop = DayLoop(of: calendar, from: 2006, through: 2028)
        let questions = Self.questions(deadlines)
        var results: [(load: Double, table: Double, loop: Double)] = []
        for round in 1...rounds {
            let load = try Self.loadAverage()
            var (table, plain) = (Cell(), Cell())
            // By turns: what runs first meets another machine than what runs last.
            if round.isMultiple(of: 2) { table = measure(questions, calendar.lastDay) }
            plain = measure(questions, loop.lastDay)
            if !round.isMultiple(of: 2) { table = measure(questions, calendar.lastDay) }
            guard table.sum == plain.sum, table.provisional == plain.provisional else {
                throw Difference(description: "the two ways differ: \(table) and \(plain)")
            }
            results.append((load, table.rate, plain.rate))
        }
        print(markdown(results, construction: try Self.construction()))
    }

    /// A cell whose answers are wrong measures nothing.
    private struct Difference: Error, CustomStringConvertible {
        let description: String
    }

    /// Publications from 2007 to 2026 and 5 to 20 working days, the same every time.
    private static func questions(_ count: Int) -> [(published: LocalDate, days: Int)] {
        let first = LocalDate(year: 2007, month: 1, day: 1)?.dayNumber ?? 0
        let last = LocalDate(year: 2026, month: 12, day: 31)?.dayNumber ?? 0
        var state: UInt64 = 2026
        func next(_ range: ClosedRange<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int((state >> 33) % UInt64(range.count))
        }
        return (0..<count).map { _ in (LocalDate(dayNumber: next(first...last)), next(5...20)) }
    }

    /// What one way answered and how quickly.
    private struct Cell {
        var rate = 0.0
        /// The sum of all last days: two ways that agree have the same.
        var sum = 0
        var provisional = 0
    }

    @inline(never)
    private func measure(
        _ questions: [(published: LocalDate, days: Int)],
        _ lastDay: (LocalDate, Int) -> (lastDay: LocalDate, authority: WorkingCalendar.Authority)
    ) -> Cell {
        var cell = Cell()
        let start = clock()
        for _ in 0..<times {
            for question in questions {
                let found = lastDay(question.published, question.days)
                cell.sum &+= found.lastDay.dayNumber
                if found.authority == .provisional { cell.provisional += 1 }
            }
        }
        let seconds = Double(clock() - start) / 1_000_000
        cell.rate = Double(questions.count * times) / seconds
        return cell
    }

    /// Milliseconds to make a calendar of all documents.
    private static func construction() throws -> Double {
        let documents = try CalendarDocument.initial()
        let start = clock()
        var days = 0
        for round in 0..<20 { days += WorkingCalendar(documents: documents, version: "\(round)").years.count }
        return days == 0 ? 0 : Double(clock() - start) / 20_000
    }

    private static func loadAverage() throws -> Double {
        let text = try String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text.split(separator: " ").first.flatMap { Double($0) } ?? 0
    }

    private func markdown(_ results: [(load: Double, table: Double, loop: Double)], construction: Double) -> String {
        let rows = results.enumerated().map { index, round in
            let ratio = round.table / round.loop
            return "| \(index + 1) | \(format(round.load)) | \(millions(round.loop)) | \(millions(round.table)) "
                + "| \(format(ratio)) |"
        }
        let table = results.map(\.table).sorted()[(results.count - 1) / 2]
        let ratio = results.map { $0.table / $0.loop }.sorted()[(results.count - 1) / 2]
        return """
            \(deadlines) deadlines, each \(times) times a cell, in millions a second of processor time on one core; both ways gave the \
            same answers. Making a calendar of all documents takes \(format(construction)) ms.

            | round | load before | loop over days | tables | ratio |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))
            | median | | | **\(millions(table))** | **\(format(ratio))** |
            """
    }

    private func millions(_ rate: Double) -> String { format(rate / 1_000_000) }

    private func format(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(1)).grouping(.never).locale(Locale(identifier: "en")))
    }
}
