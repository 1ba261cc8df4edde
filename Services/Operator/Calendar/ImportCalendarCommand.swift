import ArgumentParser
import Contracts
import Foundation
import Kernel

/// `gongjiang calendar import FILE`: loads the State Council's arrangement of a year.
struct ImportCalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "载入国务院放假安排。",
        discussion: """
            文件可以是 CSV(首行 date,kind,name;kind 为 off 或 work;UTF-8 或 GB18030,可含多年),
            也可以是形如 {year, papers, days:[{name, date, isOffDay}]} 的 JSON(UTF-8)。
            先在本地检查,有误时逐行指出,退出码为1,不会提交任何内容。
            --dry-run 只列出会变化的日期和会移动的公示,不载入;没有服务地址时与程序自带的日历比较。
            同一年份的新文件整体取代旧文件,所以应包含全年的安排。
            """
    )

    @OptionGroup var system: EnvironmentOptions

    @Argument(help: "文件。")
    var file: String

    @Flag(help: "只试算,不载入。")
    var dryRun = false

    @Option(help: ArgumentHelp("公示服务的地址;没有时取环境文件。", valueName: "url"))
    var service: String?

    @Option(help: "访问令牌;没有时取 GONGJIANG_OPERATOR_TOKEN,或用开发密钥签发。")
    var token: String?

    @Option(help: ArgumentHelp("文号,例如“国办发明电〔2025〕7号”。", valueName: "number"))
    var source: String?

    @Option(help: ArgumentHelp("文件原文的网址。", valueName: "url"))
    var address: String?

    @Option(help: ArgumentHelp("文件公布日,形如 2025-11-04。", valueName: "date"))
    var publishedOn: LocalDate?

    func run() async throws {
        let documents = try ImportedCalendar(file: file).documents(
            number: source,
            address: address,
            publishedOn: publishedOn
        )
        for document in documents {
            for line in ImportedCalendar.summary(of: document) { print(line) }
        }
        let system = try system.read()
            .with("GONGJIANG_\(ServiceName.publicityTimer.database.uppercased())_URL", service)
            .with("GONGJIANG_OPERATOR_TOKEN", token)
        let hasService = (try? system.address(of: .publicityTimer)) != nil
        guard hasService || !dryRun else {
            let lines = try CalendarComparison.withInitial(documents).lines
            print((["没有服务地址:以下只与程序自带的日历比较。"] + lines).joined(separator: "\n"))
            return
        }
        _ = try system.address(of: .publicityTimer)
        let calls = try await OperatorCalls(system)
        let body: JSON = ["documents": .list(try documents.map(Self.json)), "dryRun": .bool(dryRun)]
        let answer = try await calls.client.send(
            .send("/calendar/documents", of: .publicityTimer, body, token: calls.token)
        )
        print(CalendarComparison(answer: answer.json).lines.joined(separator: "\n"))
    }

    private static func json(_ document: CalendarDocument) throws -> JSON {
        try JSON(bytes: WireFormat.encode(document))
    }
}
