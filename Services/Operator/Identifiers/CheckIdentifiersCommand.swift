import ArgumentParser

/// `gongjiang identifiers check --batch`: which numbers are well formed, and what is wrong with the others.
struct CheckIdentifiersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "逐行校验号码。",
        discussion: """
            从标准输入逐行读取“citizen-id 号码”“credit-code 号码”或“certificate-number 号码”,号码中可以有空格;
            逐行输出 ok,或者“invalid 原因 说明”,有不合格的行时退出码为1。号码只从标准输入读取,不留在命令历史中。
            """
    )

    @Flag(help: "逐行读标准输入。")
    var batch = false

    func validate() throws {
        guard batch else { throw ValidationError("请加 --batch,并从标准输入给出号码。") }
    }

    func run() throws { try Batch.run(IdentifierLine.answer) }
}
