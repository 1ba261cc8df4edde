import ArgumentParser
import Foundation

/// `gongjiang tally verify FILE`: reckons a published tally again, without any service.
struct VerifyTallyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "重新核算公布的计票结果。",
        discussion: """
            文件是 GET /rounds/{id}/tally 的应答(JSON),不需要服务、数据库和任何密钥。
            核对:票箱摘要由各票指纹重新算出;回执码由指纹重新算出;每名候选人的票数由公布的票面逐一数出;
            是否达到法定人数和通过票数。可用 --digest 与纪要或日志中的摘要比较,用 --receipt 查自己的票。
            有任何一项不符,退出码为1。
            """
    )

    @Argument(help: "文件。")
    var file: String

    @Option(help: ArgumentHelp("纪要或日志中的票箱摘要。", valueName: "sha256"))
    var digest: String?

    @Option(help: ArgumentHelp("自己的回执码,可重复。", valueName: "code"))
    var receipt: [String] = []

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw OperatorError("读不到文件 \(file)。") }
        let check = TallyCheck(try JSON(bytes: Array(bytes)))
        let problems = check.problems(digest: digest, receipts: receipt)
        for line in problems.isEmpty ? check.lines : problems { print(line) }
        if !problems.isEmpty { throw ExitCode.failure }
    }
}
