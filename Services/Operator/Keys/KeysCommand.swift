import ArgumentParser

/// `gongjiang keys`: the keys of a system.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "密钥目录。",
        subcommands: [InitKeysCommand.self]
    )
}
