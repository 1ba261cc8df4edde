import Contracts
import Foundation
import Kernel

extension Step {
    /// The preview, the decision on it, and what the services then answer.
    static let exitDecision: [Step] = [
        Step("影响预览:各类有多少、各将如何") { demo in
            demo.found.before = try await demo.everything()
            let appointments = try await demo.all("/appointments", of: .compensation, as: demo.accounts.hr).count
            let issued = try await demo.certificates().count
            let wanted = [2, 1, 1, issued, appointments]
            demo.found.preview = try await demo.wait(for: "备案服务听到全部事实") {
                let preview = try await demo.make(
                    "\(demo.found.exitCase)/preview",
                    in: .filing,
                    ["effects": ["issued": "suspend", "appointments": "flag"]],
                    as: demo.accounts.decider
                )
                return preview["classes"].elements.map { $0["count"].integer ?? 0 } == wanted ? preview : nil
            }
            for part in demo.found.preview["classes"].elements {
                Say.that("\(part["name"].text ?? "") \(part["count"].integer ?? 0):\(part["fate"].text ?? "")")
            }
        },
        Step("调查人员不得作出决定;由另一名人员按预览决定取消") { demo in
            let decision: JSON = [
                "outcome": "cancel", "reasons": "管理失序,情况属实", "basis": "滨人社字通知第六条第三项",
                "answer": "更换记录不足以证明现场有督导,申辩不予采纳", "preview": demo.found.preview["digest"],
            ]
            do {
                try await demo.exit("decision", decision, as: demo.accounts.investigator)
                throw OperatorError("调查人员作出了决定。")
            } catch let refusal as Problem where refusal.code == "filing.investigator-decides" {
                Say.that("已拒绝:\(refusal.description)")
            }
            let decided = try await demo.exit("decision", decision, as: demo.accounts.decider)
            Say.that("\(decided["decision"]["number"].text ?? "") 取消特级技师评价备案资格")
            try await demo.exit("publication", as: demo.accounts.decider)
        },
        Step("各服务的变化与预览逐项相符") { demo in
            try await demo.wait(for: "各服务听到决定") {
                let now = try await demo.everything()
                let isHeard = now.rounds.allSatisfy { $0 } && now.certificates.contains("suspended")
                return isHeard && now.flags.contains("filing-cancelled") ? true : nil
            }
            try await demo.compareEffects()
            // The notice runs on and completes, and nobody is determined.
            let last = try await Sample.day(demo.notice()["period"]["lastDay"], "公示最后一日")
            try await demo.travel(to: last.adding(days: 1), hour: 0, minute: 1)
            try await demo.wait(for: "公示期满") { try await demo.notice()["state"] == "completed" ? true : nil }
            try await demo.wait(for: "评价服务听到期满") {
                let round = try await demo.get("/rounds/\(demo.found.round)", of: .evaluation, as: demo.accounts.hr)
                return round["list"]["completedAt"] != .null || round["list"]["state"] != .null ? true : nil
            }
            guard try await demo.determinations().isEmpty else { throw OperatorError("暂停期间确定了获评人员。") }
            Say.that("公示如期届满,未确定获评人员")
        },
    ]

    /// The decision is set aside: everything is as before, and what waited follows.
    static let exitUndoing: [Step] = [
        Step("决定有误,予以撤销:恢复原状,公开信息三个工作日内撤下") { demo in
            let undone = try await demo.exit(
                "setting-aside",
                ["reasons": "复查查明当日督导员在场"],
                as: demo.accounts.decider
            )
            Say.that("\(undone["undoing"]["number"].text ?? "") 撤下期限 \(undone["undoing"]["takeDownBy"].text ?? "")")
            // Names that waited are determined at once; their certificates come after those there were before.
            try await demo.wait(for: "恢复原状") {
                var now = try await demo.everything()
                now.certificates = Array(now.certificates.prefix(demo.found.before.certificates.count))
                return now == demo.found.before ? true : nil
            }
            let names = try await demo.wait(for: "公示期满的人选随即确定") {
                let all = try await demo.determinations()
                return all.isEmpty ? nil : all.flatMap { $0["names"].elements }.count
            }
            Say.that("证书、聘用、批次恢复原状;等待中的公示随即确定 \(names) 人")
            let open = try await demo.all("/exit-take-downs", of: .filing, as: demo.accounts.decider)
            guard open.count == 1 else { throw OperatorError("待撤下的公开信息应为 1 条。") }
            try await demo.exit("take-down", ["places": ["市局网站"]], as: demo.accounts.decider)
            let left = try await demo.client.send(.get("/exit-decisions", of: .filing, token: nil)).json["items"]
            guard left.elements.isEmpty else { throw OperatorError("已撤销的决定仍在公开。") }
            let counts = demo.found.preview["classes"].elements.compactMap { $0["count"].integer }
            demo.found.exit =
                zip(["批次", "公示", "未颁证", "已颁证", "聘用"], counts).map { "\($0)\($1)" }.joined(separator: " ")
                + " 预览与效果相符,撤销后恢复原状"
        }
    ]
}

/// What the services answer about everything a decision touches.
struct Everything: Hashable {
    /// Whether each round that runs is frozen, by id.
    var rounds: [Bool] = []
    /// States of certificates, and what the public is told of one.
    var certificates: [String] = []
    var verification = ""
    var flags: [String] = []
}

extension Demonstration {
    /// The determinations of the last round.
    func determinations() async throws -> [JSON] {
        try await all("/rounds/\(found.round)/determinations", of: .evaluation, as: accounts.hr)
    }

    /// What all services answer now.
    func everything() async throws -> Everything {
        var now = Everything()
        for round in try await all("/rounds", of: .evaluation, as: accounts.hr) {
            now.rounds.append(round["isFrozen"] == .bool(true))
        }
        let certificates = try await all("/certificates", of: .certificate, as: accounts.hr)
        now.certificates = certificates.map { $0["state"].text ?? "" }
        let one = certificates.first { $0["number"] != .null } ?? .null
        let question: JSON = ["number": one["number"], "name": one["name"]]
        now.verification =
            try await client.send(
                .send("/certificates/verification", of: .certificate, question, token: nil)
            ).json["statusName"].text ?? ""
        now.flags = try await all("/appointments", of: .compensation, as: accounts.hr).map { $0["flag"].text ?? "" }
        return now
    }

    /// Holds what the services answer against the preview, class by class and thing by thing.
    func compareEffects() async throws {
        func previewed(_ name: String) -> Set<String> {
            let items = found.preview["classes"].elements.first { $0["name"].text == name }?["items"].elements ?? []
            return Set(items.compactMap { $0["id"].text })
        }
        func same(_ name: String, _ answered: [JSON], _ member: String = "id") throws {
            let ids = Set(answered.compactMap { $0[member].text })
            guard ids == previewed(name) else {
                throw OperatorError("\(name) 与预览不符:预览 \(previewed(name).count),实际 \(ids.count)。")
            }
            Say.that("\(name) \(ids.count):相符")
        }
        let rounds = try await all("/rounds", of: .evaluation, as: accounts.hr)
        var stopped: [JSON] = []
        for round in rounds where try await isStopped(round) { stopped.append(round) }
        try same("rounds", stopped)
        let notices = try await all("/notices", of: .publicityTimer, as: accounts.hr)
        try same("notices", notices.filter { $0["state"] == "running" })
        let certificates = try await all("/certificates", of: .certificate, as: accounts.hr)
        try same("unissued", certificates.filter { ["prepared", "numbered"].contains($0["state"]) }, "person")
        try same("issued", certificates.filter { $0["state"] == "suspended" })
        let appointments = try await all("/appointments", of: .compensation, as: accounts.hr)
        try same("appointments", appointments.filter { $0["flag"] == "filing-cancelled" })
        try await requireFrozenRegistration()
    }

    /// Whether a round that was going on is refused to go on; one that is over has nothing left to refuse.
    private func isStopped(_ round: JSON) async throws -> Bool {
        let id = round["id"].text ?? ""
        let determinations = try await all("/rounds/\(id)/determinations", of: .evaluation, as: accounts.hr)
        guard determinations.isEmpty else { return false }
        let verb = round["state"] == "collecting" ? "eligibility" : "count"
        do {
            try await tell("/rounds/\(id)", verb, of: .evaluation, as: accounts.hr)
            return false
        } catch let refusal as Problem where refusal.code == "evaluation.round-frozen" {
            return true
        }
    }

    /// The registration left open is audited no further.
    private func requireFrozenRegistration() async throws {
        let registrations = try await all("/registrations", of: .certificate, as: accounts.hr)
        guard let last = registrations.last, let id = last["id"].text else { throw OperatorError("没有上传批次。") }
        try await tell("/registrations/\(id)", "submission", of: .certificate, as: accounts.hr)
        do {
            try await tell(
                "/registrations/\(id)",
                "municipal-audit",
                of: .certificate,
                ["outcome": "passed"],
                as: accounts.centre
            )
            throw OperatorError("取消备案后仍可审核。")
        } catch let refusal as Problem where refusal.code == "certificate.filing-frozen" {
            Say.that("审核已拒绝:\(refusal.description)")
        }
    }
}
