import ArgumentParser

/// `gongjiang parked`: messages no attempt could apply.
struct ParkedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parked",
        abstract: "搁置的消息:多次处理都不成、等人处置的。",
        subcommands: [ListParkedCommand.self, RetryParkedCommand.self]
    )
}
