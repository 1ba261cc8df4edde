import ArgumentParser

/// The option every command has that speaks to a running system; it may stand before the command's name as well.
struct EnvironmentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("环境文件,每行 KEY=VALUE,由 deploy/up 写出;没有时取进程的环境变量。", valueName: "file"))
    var environment: String?

    /// What the option names.
    func read() throws -> SystemEnvironment { try SystemEnvironment(file: environment) }
}
