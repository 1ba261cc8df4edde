import Foundation

/// The people of the demonstration, each with a token.
struct Accounts: Sendable {
    /// The city's centre (市职业技能鉴定服务中心).
    let centre: String
    /// Officers of the bureau (职业能力建设科): one investigates, another decides.
    let investigator: String
    let decider: String
    /// The province's centre (省职业技能鉴定指导中心).
    let province: String
    /// The enterprise's human resources (企业人事).
    let hr: String
    /// Who signs relaxations there: somebody else than who proposes them.
    let signer: String
    /// The enterprise's office that handles objections (异议受理部门).
    let handler: String
    /// An employee (职工).
    let employee: String
    private let issuer: TokenIssuer
    private let creditCode: String

    init(keys: String, creditCode: String) async throws {
        issuer = try await TokenIssuer(keys: keys)
        self.creditCode = creditCode
        centre = try await issuer.token(
            for: TokenSubject(role: "centre-officer", subject: "centre-1", name: "市中心经办")
        )
        investigator = try await issuer.token(
            for: TokenSubject(role: "bureau-officer", subject: "bureau-1", name: "张立")
        )
        decider = try await issuer.token(
            for: TokenSubject(role: "bureau-officer", subject: "bureau-2", name: "王维民")
        )
        province = try await issuer.token(
            for: TokenSubject(role: "province-officer", subject: "province-1", name: "省中心经办")
        )
        hr = try await issuer.token(
            for: TokenSubject(role: "enterprise-hr", subject: "hr-1", name: "林晓彤", organisation: creditCode)
        )
        signer = try await issuer.token(
            for: TokenSubject(role: "enterprise-hr", subject: "hr-2", name: "赵明", organisation: creditCode)
        )
        handler = try await issuer.token(
            for: TokenSubject(role: "objection-handler", subject: "handler-1", name: "孙建国", organisation: creditCode)
        )
        employee = try await issuer.token(
            for: TokenSubject(role: "employee", subject: "employee-1", name: "职工", organisation: creditCode)
        )
    }

    /// A member of the panel.
    func evaluator(_ account: String, name: String) async throws -> String {
        try await issuer.token(
            for: TokenSubject(role: "evaluator", subject: account, name: name, organisation: creditCode)
        )
    }
}
