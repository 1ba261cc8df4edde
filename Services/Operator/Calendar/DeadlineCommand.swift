import ArgumentParser
import Kernel

/// `gongjiang calendar deadline`: the last day of a period of working days.
struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "按工作日计算期限的最后一日。",
        discussion: """
            公布当日不计入;周末和国务院安排的放假日不计,调休上班日计入;最后一日至24:00(北京时间)届满。
            --batch 从标准输入逐行读取“YYYY-MM-DD N”,逐行输出“YYYY-MM-DD official|provisional”;
            不合格的行在原位输出“invalid 原因”,此时退出码为1。
            """
    )

    @Option(help: "公布日,形如 2026-09-30。")
    var published: LocalDate?

    @Option(help: "工作日数,1 至 \(DeadlineQuestion.workingDays.upperBound)。")
    var days: Int?

    @Flag(help: "逐日列出计入与不计的理由。")
    var why = false

    @Flag(help: "批量:逐行读标准输入。")
    var batch = false

    func validate() throws {
        if batch {
            guard published == nil, days == nil, !why else {
                throw ValidationError("--batch 不能与 --published、--days、--why 同用。")
            }
        } else {
            _ = try question()
        }
    }

    func run() throws {
        let calendar = try WorkingCalendar.initial()
        if batch {
            try Batch.run { DeadlineLine.answer($0, by: calendar) }
        } else {
            let question = try question()
            let period = calendar.period(published: question.published, workingDays: question.workingDays)
            print(DeadlineText(period: period, version: calendar.version).lines(why: why).joined(separator: "\n"))
        }
    }

    private func question() throws -> DeadlineQuestion {
        guard let published, let days else { throw ValidationError("请给出 --published 和 --days,或者 --batch。") }
        guard LocalDate.countable.contains(published) else { throw ValidationError("公布日超出可计算的范围。") }
        guard DeadlineQuestion.workingDays.contains(days) else {
            throw ValidationError("--days 应在 1 至 \(DeadlineQuestion.workingDays.upperBound) 之间。")
        }
        return DeadlineQuestion(published: published, workingDays: days)
    }
}

extension LocalDate: ExpressibleByArgument {}
