import ArgumentParser

/// `gongjiang enterprise-access revoke`: shuts one enterprise's own system out.
struct RevokeAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "收回一家企业系统的接入:账号和队列一并删除。",
        discussion: "队列中尚未取走的消息随之删除;各服务的存档不受影响。"
    )

    @OptionGroup var options: AccessOptions

    func run() async throws {
        let access = try await options.access()
        try await access.revoke()
        print("已收回:账号 \(access.user) 和队列 \(access.queue) 已删除。")
    }
}
