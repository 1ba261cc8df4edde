import ArgumentParser
import Kernel

/// `gongjiang calendar festivals`: the holidays whose days the Chinese calendar or the sun decides.
struct FestivalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "festivals",
        abstract: "推算除夕、春节、清明节、端午节、中秋节的日期。",
        discussion: """
            逐行输出“YYYY-MM-DD 名称”,按日期排列。按朔日和节气推算(GB/T 33661-2017,北京时间);
            没有国务院放假安排的年份以此为暂定日期。
            """
    )

    @Option(help: "起始年份,不早于 \(ChineseFestivals.years.lowerBound)。")
    var from: Int

    @Option(help: "终止年份,不晚于 \(ChineseFestivals.years.upperBound)。")
    var to: Int

    func validate() throws {
        guard from <= to, ChineseFestivals.years.contains(from), ChineseFestivals.years.contains(to) else {
            throw ValidationError(
                "--from 不应晚于 --to,且都在 \(ChineseFestivals.years.lowerBound) 至 \(ChineseFestivals.years.upperBound) 之间。"
            )
        }
    }

    func run() {
        for year in from...to {
            for festival in ChineseFestivals.days(of: year) { print("\(festival.date) \(festival.name)") }
        }
    }
}
