import Contracts
import Foundation
import Kernel

extension Step {
    /// 评审: five sealed ballots, the count, and the proposed list.
    static let proposing: [Step] = [
        Step("表决准备:两名开票人员各自生成开票码,系统只留公钥") { demo in
            try await demo.makeOpeningCodes()
        },
        Step("评审委员会五人签到,无记名表决") { demo in try await demo.vote() },
        Step("两人先后录入开票码,开箱计票:到会委员三分之二以上同意为通过") { demo in
            try await demo.openBox()
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
    /// The two who open the box: of the office that handles objections, and of the employees.
    private var openers: [(account: String, name: String, token: String)] {
        [("handler-1", "孙建国", accounts.handler), ("employee-1", "职工", accounts.employee)]
    }

    /// Names the two officers, and lets each make a key.
    func makeOpeningCodes() async throws {
        let officers = openers.map { JSON.object(["account": .text($0.account), "name": .text($0.name)]) }
        let path = "/rounds/\(found.round)"
        try await tell(path, "voting", of: .evaluation, ["officers": .list(officers)], as: accounts.hr)
        found.openingCodes = []
        let voting = try await runningVote(path)
        for opener in openers {
            let key = try await make("\(path)/voting/key?voting=\(voting)", in: .evaluation, [:], as: opener.token)
            found.openingCodes.append(try key["code"].text(of: "开票码"))
            Say.that("\(opener.name) 得到开票码,只显示一次")
        }
    }

    /// The number of the vote that runs.
    private func runningVote(_ path: String) async throws -> String {
        let shown = try await get("\(path)/voting", of: .evaluation, as: accounts.hr)
        return try shown["current"]["id"].text(of: "表决编号")
    }

    /// Puts the eligible before the panel, and lets every member sign in and vote.
    func vote() async throws {
        let path = "/rounds/\(found.round)"
        try await tell(path, "voting/opening", of: .evaluation, as: accounts.hr)
        let voting = try await runningVote(path)
        for (index, seat) in sample.plan["panel"].elements.enumerated() {
            let token = try await accounts.evaluator(
                seat["evaluator"].text(of: "评审委员账号"),
                name: seat["name"].text(of: "评审委员姓名")
            )
            _ = try await make("\(path)/voting/attendance", in: .evaluation, [:], as: token)
            let candidates = try await all("\(path)/candidates", of: .evaluation, as: token)
            let votes = candidates.map { candidate -> JSON in
                let approves = index < approvals(of: candidate)
                return ["application": candidate["application"], "choice": approves ? "yes" : "no"]
            }
            let ballot = try await make(
                "\(path)/ballots?voting=\(voting)",
                in: .evaluation,
                ["votes": .list(votes)],
                as: token
            )
            Say.that("\(seat["name"].text ?? "") 投票,候选 \(votes.count) 人,回执码 \(ballot["receipt"].text ?? "")")
        }
    }

    /// Opens the box with both codes, and looks at what is published.
    func openBox() async throws {
        let path = "/rounds/\(found.round)"
        let voting = try await runningVote(path)
        for (opener, code) in zip(openers, found.openingCodes) {
            _ = try await make(
                "\(path)/count?voting=\(voting)",
                in: .evaluation,
                ["code": .text(code)],
                as: opener.token
            )
        }
        found.openingCodes = []
        let tally = try await get("\(path)/tally", of: .evaluation, as: accounts.hr)
        Say.that("封存票箱的摘要 \(Say.short(tally["digest"].text ?? "")),公布回执 \(tally["receipts"].elements.count) 个")
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
