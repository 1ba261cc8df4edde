import Contracts
import Foundation
import Kernel

extension Step {
    /// 评审: five sealed ballots, the count, and the proposed list.
    static let proposing: [Step] = [
        Step("评审委员会五人无记名表决") { demo in
            try await demo.travel(to: demo.sample.scheduled("reviewedOn"))
            try await demo.vote()
        },
        Step("计票:三分之二以上同意为通过") { demo in
            try await demo.tell("/rounds/\(demo.found.round)", "count", of: .evaluation, as: demo.accounts.hr)
            for application in try await demo.applications() where application["tally"] != .null {
                let tally = application["tally"]
                Say.that(
                    "\(application["name"].text ?? "")(\(application["occupation"]["name"].text ?? "")) "
                        + "同意 \(tally["approvals"].integer ?? 0) 反对 \(tally["refusals"].integer ?? 0) "
                        + (application["state"] == "approved" ? "通过" : "未通过")
                )
            }
        },
        Step("提出建议人选名单,在企业内公示") { demo in
            let day = try demo.sample.scheduled("listShownOn")
            try await demo.travel(to: day)
            let round = try await demo.tell(
                "/rounds/\(demo.found.round)",
                "proposed-list",
                of: .evaluation,
                [
                    "publishedOn": "\(day)",
                    "reasonForExceeding": demo.sample.plan["reasonForExceeding"],
                ],
                as: demo.accounts.hr
            )
            Say.that("名单 \(Say.short(round["id"].text ?? "")):\(round["names"].elements.count) 人")
        },
    ]
}

extension Demonstration {
    /// Puts the eligible before the panel, and lets every member vote.
    func vote() async throws {
        try await tell("/rounds/\(found.round)", "panel", of: .evaluation, as: accounts.hr)
        for (index, seat) in sample.plan["panel"].elements.enumerated() {
            let token = try await accounts.evaluator(
                seat["evaluator"].text(of: "评审委员账号"),
                name: seat["name"].text(of: "评审委员姓名")
            )
            let path = "/rounds/\(found.round)"
            let candidates = try await all("\(path)/candidates", of: .evaluation, as: token)
            let votes = candidates.map { candidate -> JSON in
                let approves = index < approvals(of: candidate)
                return ["application": candidate["application"], "approve": .bool(approves)]
            }
            _ = try await make("\(path)/ballots", in: .evaluation, ["votes": .list(votes)], as: token)
            Say.that("\(seat["name"].text ?? "") 投票,候选 \(votes.count) 人")
        }
    }

    /// How many of the panel the sample lets vote for a candidate.
    fileprivate func approvals(of candidate: JSON) -> Int {
        let review = sample.plan["review"]
        let exception = review["except"].elements.first {
            $0["name"] == candidate["name"] && $0["workshop"] == candidate["workshop"]
        }
        return (exception ?? review)["ballots"]["for"].integer ?? 0
    }
}
