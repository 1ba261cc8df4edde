import ArgumentParser

/// `gongjiang identifiers`: numbers of persons, enterprises and certificates.
struct IdentifiersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identifiers",
        abstract: "公民身份号码、统一社会信用代码、证书编号。",
        subcommands: [CheckIdentifiersCommand.self]
    )
}
