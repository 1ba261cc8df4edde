import ArgumentParser
import Foundation

/// `gongjiang enterprise-access grant`: lets one enterprise's own system in.
struct GrantAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "为一家企业的系统开通:代理账号、权限、专用队列,并告知各服务。",
        discussion: """
            账号为 enterprise-信用代码,只能以本企业信用代码报送,只能读自己的队列。
            可重复执行:已有账号的密码不变,除非加 --new-password。
            """
    )

    @OptionGroup var options: AccessOptions

    @Flag(help: "为已有的账号换一个新密码。")
    var newPassword = false

    @Option(help: ArgumentHelp("把密码写入此文件(权限0600),不显示。", valueName: "file"))
    var passwordFile: String?

    func run() async throws {
        let access = try await options.access()
        let password = try await access.grant(renewingPassword: newPassword)
        print("已开通:账号 \(access.user),队列 \(access.queue)。")
        guard let password else { return print("密码不变;需要新密码时加 --new-password。") }
        guard let passwordFile else { return print("密码(只显示这一次):\(password)") }
        try Self.write(password, to: passwordFile)
        print("密码已写入 \(passwordFile)。")
    }

    private static func write(_ password: String, to file: String) throws {
        let new = file + ".new"
        try? FileManager.default.removeItem(atPath: new)
        guard
            FileManager.default.createFile(
                atPath: new,
                contents: Data("\(password)\n".utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw OperatorError("写不了密码文件 \(file)。") }
        if FileManager.default.fileExists(atPath: file) { try FileManager.default.removeItem(atPath: file) }
        try FileManager.default.moveItem(atPath: new, toPath: file)
    }
}
