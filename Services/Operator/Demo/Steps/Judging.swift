import Contracts
import Kernel

extension Step {
    /// 资格审核: each application against the notice, clause by clause.
    static let judging: [Step] = [
        Step("资格审核:逐条对照评价条件") { demo in
            // The plan promised applications through that day; they are closed on the next.
            try await demo.travel(to: demo.scheduled("applicationsThrough").adding(days: 1))
            try await demo.tell("/rounds/\(demo.found.round)", "eligibility", of: .evaluation, as: demo.accounts.hr)
            for application in try await demo.applications() where application["state"] == "needs-person" {
                try await demo.review(application)
                try await demo.sign(application)
            }
            for application in try await demo.applications() {
                Say.that(Self.verdict(on: application))
            }
        }
    ]

    private static func verdict(on application: JSON) -> String {
        let who = "\(application["name"].text ?? "")(\(application["occupation"]["name"].text ?? ""))"
        if application["eligibility"] == "eligible" {
            return "\(who) 符合" + (application["relaxation"].text.map { ":\($0)" } ?? "")
        }
        let reasons = application["findings"].elements
            .filter { $0["outcome"] == "notMet" && $0["relaxed"] != true && !Self.isAlternative($0) }
            .map { "\($0["citation"].text ?? "") \($0["facts"].elements.compactMap(\.text).joined(separator: ","))" }
        return "\(who) 不符合:\(reasons.joined(separator: ";"))"
    }

    /// Whether a finding is about one of the conditions of which one is enough.
    private static func isAlternative(_ finding: JSON) -> Bool {
        finding["clause"].text?.hasPrefix("additional-") == true
    }
}

extension Demonstration {
    /// The applications of the round, as they were handed in.
    func applications() async throws -> [JSON] {
        try await all("/rounds/\(found.round)/applications", of: .evaluation, as: accounts.hr)
    }

    /// Decides what a rule left to a person.
    func review(_ application: JSON) async throws {
        let id = try application["id"].text(of: "申报编号")
        for finding in application["findings"].elements
        where finding["outcome"] == "needsPerson" && finding["rule"] != "relaxation" {
            try await tell(
                "/applications/\(id)",
                "review",
                of: .evaluation,
                [
                    "clause": finding["clause"], "rule": finding["rule"], "outcome": "met",
                    "reason": "经考核委员会核对原件,情况属实",
                ],
                as: accounts.hr
            )
            Say.that("人工核实 \(application["name"].text ?? ""):\(finding["citation"].text ?? "")")
        }
    }

    /// Signs, as the second person, what the application asks to relax.
    func sign(_ application: JSON) async throws {
        let id = try application["id"].text(of: "申报编号")
        for relaxation in application["relaxations"].elements where relaxation["signature"] == .null {
            try await tell(
                "/applications/\(id)",
                "relaxation/signature",
                of: .evaluation,
                ["condition": relaxation["condition"], "granted": true, "remark": "经总经理办公会研究同意"],
                as: accounts.signer
            )
            Say.that(
                "放宽条件 \(application["name"].text ?? ""):\(relaxation["conditionName"].text ?? ""),"
                    + "由林晓彤提请、赵明签署"
            )
        }
    }
}
