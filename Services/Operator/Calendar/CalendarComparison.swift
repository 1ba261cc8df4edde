import Contracts
import Foundation
import Kernel

/// What documents change: the days that are answered differently and the notices whose end moves.
struct CalendarComparison: Hashable {
    /// A day before and after.
    struct Change: Hashable {
        let date: String
        let before: Side
        let after: Side

        /// Whether it is only settled now, or no longer.
        var isOfAuthorityAlone: Bool { before == after }
    }

    /// How a day was or is answered.
    struct Side: Hashable {
        let isWorking: Bool
        let reason: String

        /// `计入(工作日)`.
        var text: String { "\(isWorking ? "计入" : "不计")(\(reason))" }
    }

    /// A notice whose last day moves.
    struct Move: Hashable {
        let notice: String
        let enterprise: String
        let title: String
        let oldLastDay: String
        let newLastDay: String
    }

    var changes: [Change]
    var moves: [Move] = []
    /// The version that came of it, or would.
    var version = ""
    /// Whether the documents are loaded now; nil where no service was asked.
    var isApplied: Bool?

    /// What documents would change in the calendar built in.
    static func withInitial(_ documents: [CalendarDocument]) throws -> CalendarComparison {
        let old = try WorkingCalendar.initial()
        let new = WorkingCalendar(documents: try CalendarDocument.initial() + documents, version: old.version)
        let changes = WorkingCalendar.changes(from: old, to: new).map { change in
            Change(
                date: change.date.description,
                before: Side(isWorking: change.before.isWorking, reason: change.before.reason.chinese),
                after: Side(isWorking: change.after.isWorking, reason: change.after.reason.chinese)
            )
        }
        return CalendarComparison(changes: changes)
    }

    /// A table for people.
    var lines: [String] {
        var lines: [String] = []
        let shown = changes.filter { !$0.isOfAuthorityAlone }
        lines.append(shown.isEmpty ? "没有日期改变。" : "改变的日期\(shown.count)个:")
        for change in shown {
            let weekday = LocalDate(change.date).map { " " + $0.weekday.chinese } ?? ""
            lines.append("  \(change.date)\(weekday)  \(change.before.text) → \(change.after.text)")
        }
        if changes.count > shown.count { lines.append("另有\(changes.count - shown.count)个日期只改变暂定与正式。") }
        guard let isApplied else { return lines }
        lines.append(moves.isEmpty ? "没有公示的最后一日移动。" : "最后一日移动的公示\(moves.count)件:")
        for move in moves {
            let whose = [move.enterprise, move.title].filter { !$0.isEmpty }.joined(separator: " ")
            lines.append("  \(move.notice)  \(move.oldLastDay) → \(move.newLastDay)  \(whose)")
        }
        lines.append(isApplied ? "已载入,日历版本 \(version)。" : "试算,没有载入;载入后的日历版本为 \(version)。")
        return lines
    }
}

extension CalendarComparison {
    /// What the publicity timer answered to documents.
    init(answer: JSON) {
        changes = answer["changes"].elements.map { change in
            Change(
                date: change["date"].text ?? "",
                before: Side(answer: change["before"]),
                after: Side(answer: change["after"])
            )
        }
        moves = answer["moves"].elements.map { move in
            Move(
                notice: move["notice"].text ?? "",
                enterprise: move["enterprise"].text ?? "",
                title: move["title"].text ?? "",
                oldLastDay: move["oldLastDay"].text ?? "",
                newLastDay: move["newLastDay"].text ?? ""
            )
        }
        version = answer["version"].text ?? ""
        isApplied = answer["applied"] == true
    }
}

extension CalendarComparison.Side {
    /// The reason comes in words, or as the value it is stored as.
    fileprivate init(answer: JSON) {
        let stored = try? WireFormat.decode(WorkingCalendar.Reason.self, from: WireFormat.encode(answer["reason"]))
        self.init(isWorking: answer["isWorking"] == true, reason: answer["reason"].text ?? stored?.chinese ?? "")
    }
}
