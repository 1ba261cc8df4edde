import ArgumentParser

/// `gongjiang enterprise-access`: the broker user and queue of one enterprise's own system.
struct EnterpriseAccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enterprise-access",
        abstract: "企业系统接入消息代理。",
        subcommands: [GrantAccessCommand.self, RevokeAccessCommand.self]
    )
}
