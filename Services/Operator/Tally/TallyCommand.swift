import ArgumentParser

/// `gongjiang tally`: published tallies of votes.
struct TallyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally",
        abstract: "表决计票结果。",
        subcommands: [VerifyTallyCommand.self]
    )
}
