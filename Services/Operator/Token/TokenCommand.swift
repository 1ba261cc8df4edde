import ArgumentParser

/// `gongjiang token`: who somebody is, in writing.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "访问令牌(仅限开发环境)。",
        subcommands: [IssueTokenCommand.self]
    )
}
