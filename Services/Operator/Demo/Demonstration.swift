import Contracts
import Foundation
import Kernel

/// A run of the main job: who calls whom, and the ids found on the way.
final class Demonstration {
    let sample: Sample
    let accounts: Accounts
    let client: ServiceClient
    let clocks: Clocks
    let patience = Patience()
    private(set) var enterprise: EnterpriseSystem
    private let access: EnterpriseAccess

    /// What the steps have found out, for those after them.
    var found = Found()

    /// Ids and numbers the services have answered.
    struct Found {
        var generalFiling = ""
        var specialFiling = ""
        var plan = ""
        var round = ""
        /// What the two officers keep until they open the ballot box.
        var openingCodes: [String] = []
        var notice = ""
        var objections: [String] = []
        /// How many days after those of the sample the plan's days are.
        var daysLater = 0
        var rows = 0
        var rejectedRows = 0
        /// The path of the exit case, the preview it was decided on, and what the services answered before.
        var exitCase = ""
        var preview = JSON.null
        var before = Everything()
        /// What an exit case was found to come to.
        var exit = ""
    }

    /// Whether an exit case follows: then the last determination is left without certificates.
    let isExit: Bool

    init(_ system: SystemEnvironment, sample: Sample, exit: Bool = false) async throws {
        self.sample = sample
        isExit = exit
        accounts = try await Accounts(
            keys: system.required("GONGJIANG_KEYS"),
            creditCode: sample.creditCode.text
        )
        client = ServiceClient(system)
        let calls = try await OperatorCalls(system)
        clocks = Clocks(calls: calls)
        access = EnterpriseAccess(creditCode: sample.creditCode, broker: try BrokerManagement(system), calls: calls)
        Say.line("准备:业务时间、企业系统的接入")
        let reference = try Sample.day(sample.plan["referenceDate"], "参照日")
        for reading in try await clocks.travel(to: TravelTarget(reference).instant) { Say.that(reading.line) }
        guard let password = try await access.grant(renewingPassword: true) else {
            throw OperatorError("没有得到企业系统的密码。")
        }
        Say.that("企业系统开通:账号 \(access.user),只能以本企业信用代码报送;队列 \(access.queue)")
        enterprise = try EnterpriseSystem(
            address: system.required("GONGJIANG_AMQP_ADDRESS"),
            creditCode: sample.creditCode.text,
            password: password
        )
    }

    /// Does every step, with a pause after each.
    func run(_ steps: [Step], pause: Duration) async throws {
        try await enterprise.whileConnected {
            for (index, step) in steps.enumerated() {
                Say.line("\(index + 1). \(step.title)")
                try await step.act(self)
                try await Task.sleep(for: pause)
            }
        }
    }
}

/// Calls in the words of the steps.
extension Demonstration {
    /// Asks for something.
    func get(_ path: String, of service: ServiceName, as token: String) async throws -> JSON {
        try await client.send(.get(path, of: service, token: token)).json
    }

    /// Every item of a list.
    func all(
        _ path: String,
        of service: ServiceName,
        query: [(String, String)] = [],
        as token: String
    ) async throws -> [JSON] {
        try await client.all(path, of: service, query: query, token: token)
    }

    /// Makes something, and answers with what was made.
    ///
    /// A service that has not heard yet of what the body names says "not found"; it is asked again until it has.
    func make(_ path: String, in service: ServiceName, _ body: JSON, as token: String) async throws -> JSON {
        let request = try ServiceRequest.send(path, of: service, body, token: token)
        return try await patience.wait(for: "\(service.rawValue) 听到前面的事实") {
            let answer = try await client.answer(to: request)
            if answer.isSuccess { return .answer(answer.json) }
            guard answer.status == 404 else { throw answer.problem }
            return .notYet(answer.problem.description)
        }
    }

    /// A command on something that has a version: with the one it has now, and with the next when somebody was quicker.
    ///
    /// - Parameters:
    ///   - thing: The path of the thing.
    ///   - verb: The last word of the route, after the thing's own path.
    ///   - service: Whose it is.
    ///   - body: What the command says.
    ///   - token: Who commands.
    /// - Returns: The thing afterwards.
    /// - Throws: ``Problem`` where the service refuses.
    @discardableResult
    func tell(
        _ thing: String,
        _ verb: String,
        of service: ServiceName,
        _ body: JSON = [:],
        as token: String
    ) async throws -> JSON {
        try await patience.wait(for: "\(thing) 的版本不再变化") {
            let seen = try await client.send(.get(thing, of: service, token: token)).version
            let request = try ServiceRequest.send(
                "\(thing)/\(verb)",
                of: service,
                body,
                token: token,
                ifMatch: seen
            )
            let answer = try await client.answer(to: request)
            if answer.isSuccess { return .answer(answer.json) }
            guard answer.status == 412 else { throw answer.problem }
            return .notYet(answer.problem.description)
        }
    }

    /// Waits for a state others bring about, by asking for it.
    @discardableResult
    func wait<Answer>(for what: String, _ look: () async throws -> Answer?) async throws -> Answer {
        try await patience.wait(for: what) {
            guard let answer = try await look() else { return .notYet("还没有") }
            return .answer(answer)
        }
    }

    /// Sets every clock to nine in the morning of a day, or to the minute given.
    func travel(to day: LocalDate, hour: Int = 9, minute: Int = 0) async throws {
        let target = TravelTarget(day, hour: hour, minute: minute)
        _ = try await clocks.travel(to: target.instant)
        Say.that("业务时间拨到 \(WireFormat.text(of: target.instant).prefix(16))")
    }
}
