import ArgumentParser
import Foundation
import Kernel

/// `gongjiang token issue`: a token for one role, for development.
struct IssueTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "签发一枚令牌(ES256),写到标准输出。",
        discussion: "只用开发用的密钥目录签发;目录取 --keys,没有时取环境文件中的 GONGJIANG_KEYS。"
    )

    @OptionGroup var system: EnvironmentOptions

    @Option(help: "密钥目录。")
    var keys: String?

    @Option(help: "角色:\(IssueTokenCommand.roles.joined(separator: "、"))。")
    var role: String

    @Option(help: "账号。")
    var subject: String

    @Option(help: "姓名。")
    var name: String?

    @Option(help: ArgumentHelp("所属企业的统一社会信用代码。", valueName: "credit-code"))
    var organisation: String?

    @Option(help: ArgumentHelp("人员编号。", valueName: "uuid"))
    var person: UUID?

    @Option(help: ArgumentHelp("县(市、区)或功能区的代码,如 371602;县区经办必填。", valueName: "code"))
    var county: String?

    @Option(help: "有效小时数,1 至 720。")
    var hours = 12

    func validate() throws {
        guard Self.roles.contains(role) else {
            throw ValidationError("没有角色“\(role)”;可用:\(Self.roles.joined(separator: "、"))。")
        }
        guard (1...720).contains(hours) else { throw ValidationError("--hours 应在 1 至 720 之间。") }
        guard (role == "county-officer") == (county?.isEmpty == false) else {
            throw ValidationError("--county 只用于 county-officer,且必填。")
        }
        if let organisation {
            do { _ = try CreditCode(organisation) } catch { throw ValidationError(error.chinese) }
        }
    }

    func run() async throws {
        let folder = if let keys { keys } else { try system.read().required("GONGJIANG_KEYS") }
        let whom = TokenSubject(
            role: role,
            subject: subject,
            name: name,
            organisation: organisation,
            person: person,
            county: county
        )
        print(try await TokenIssuer(keys: folder).token(for: whom, hours: hours))
    }

    /// The roles a token can name.
    static let roles = [
        "bureau-officer", "centre-officer", "province-officer", "county-officer", "enterprise-hr", "evaluator",
        "objection-handler", "employee", "operator",
    ]
}

extension UUID: @retroactive ExpressibleByArgument {
    /// Reads a UUID of any case.
    public init?(argument: String) { self.init(uuidString: argument) }
}
