import ArgumentParser
import Foundation

/// `gongjiang demo`: the main job on a sample, from filing to appointment, as its users.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "用样例从备案一直走到聘用,逐步说明。",
        discussion: """
            只用公开的路由、各角色的令牌和企业自己的消息账号;不读数据库。
            系统须为空,并以 GONGJIANG_CLOCK=travel 启动(deploy/up --demo 会准备好)。
            途中某个服务、消息代理或数据库重启不影响结果。最后一行是各项合计;与应有的不同时退出码为 1。
            """
    )

    @OptionGroup var system: EnvironmentOptions

    @Option(help: ArgumentHelp("样例目录,例如 deploy/sample。", valueName: "folder"))
    var sample: String

    @Option(help: ArgumentHelp("每步之后停顿的秒数。", valueName: "seconds"))
    var pauseBetweenSteps = 0.0

    @Flag(help: "聘用之后再走一遍退出:影响预览、取消备案资格、各项效果、撤销决定。")
    var exit = false

    func validate() throws {
        guard (0...3600).contains(pauseBetweenSteps) else {
            throw ValidationError("--pause-between-steps 应在 0 至 3600 之间。")
        }
    }

    func run() async throws {
        let demonstration = try await Demonstration(system.read(), sample: Sample(folder: sample), exit: exit)
        try await demonstration.run(exit ? Step.exitJob : Step.mainJob, pause: .seconds(pauseBetweenSteps))
        guard !exit else { return Say.line(demonstration.found.exit) }
        let found = try await demonstration.totals()
        for difference in found.differences(from: .wanted) { Say.line(difference) }
        Say.line("")
        Say.line(found.text)
        if found != .wanted { throw ExitCode(1) }
    }
}
