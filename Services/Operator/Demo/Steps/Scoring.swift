import Contracts

extension Step {
    /// 评审: the panel formed from the pool of experts, every candidate scored, the scores reckoned.
    static let scoring: [Step] = [
        Step("建立评审专家库,组成评审委员会") { demo in
            try await demo.travel(to: demo.sample.scheduled("reviewedOn"))
            try await demo.formPanel()
        },
        Step("委员逐人评分,汇总") { demo in
            try await demo.score()
        },
    ]
}

extension Demonstration {
    /// Names the sample's experts to the panel, the first as its chair.
    func formPanel() async throws {
        var experts: [JSON] = []
        let pool = try await all("/experts", of: .evaluation, as: accounts.hr)
        for seat in sample.plan["panel"].elements {
            let known = pool.first { $0["account"] == seat["evaluator"] }
            if let known { experts.append(known["id"]) } else { experts.append(try await enter(seat)) }
        }
        let panel = try await make(
            "/rounds/\(found.round)/panel/members",
            in: .evaluation,
            ["experts": .list(experts), "chair": experts.first ?? .null],
            as: accounts.hr
        )
        let members = panel["members"].elements
        Say.that(
            "委员 \(members.compactMap { $0["name"].text }.joined(separator: "、")),"
                + "外聘 \(members.count { $0["isInvited"] == true }) 人,回避 \(panel["recusals"].elements.count) 人次"
        )
    }

    /// Enters an expert into the pool; the id.
    private func enter(_ seat: JSON) async throws -> JSON {
        let unit = try seat["unit"].text(of: "评审委员单位")
        let entered = try await make(
            "/experts",
            in: .evaluation,
            [
                "account": seat["evaluator"], "name": seat["name"], "unit": .text(unit), "title": "高级工程师",
                "origin": .text(unit.hasPrefix(sample.enterprise["name"].text ?? "") ? "own" : "invited"),
                "occupations": .list(sample.plan["posts"].elements.map { $0["occupation"] }),
            ],
            as: accounts.hr
        )
        return entered["id"]
    }

    /// Lets every member fill in every sheet as the sample has the scores, and has them reckoned.
    func score() async throws {
        let path = "/rounds/\(found.round)/scores"
        let opened = try await make(path, in: .evaluation, [:], as: accounts.hr)
        var sheets = 0
        for seat in sample.plan["panel"].elements {
            let token = try await accounts.evaluator(
                seat["evaluator"].text(of: "评审委员账号"),
                name: seat["name"].text(of: "评审委员姓名")
            )
            for task in try await all("\(path)/sheets", of: .evaluation, as: token) {
                let method = opened["methods"].elements.first { $0["number"] == task["method"] } ?? .null
                let scores = points(of: task)
                let marks = method["criteria"].elements.map { criterion -> JSON in
                    .integer(Int64((criterion["most"]["hundredths"].integer ?? 0) * scores / 100))
                }
                let request = try ServiceRequest.send(
                    "\(path)/sheets/\(task["application"].text(of: "申报编号"))/\(task["method"].integer ?? 0)",
                    of: .evaluation,
                    ["marks": .list(marks), "final": true],
                    method: "PUT",
                    token: token
                )
                _ = try await client.send(request)
                sheets += 1
            }
        }
        let closed = try await make("\(path)/closing", in: .evaluation, [:], as: accounts.hr)
        let results = closed["results"].elements
        Say.that("评分表 \(sheets) 份,合格 \(results.count { $0["isPassed"] == true }) 人")
        for result in results {
            Say.that("\(result["name"].text ?? "") 总分 \(result["total"]["text"].text ?? "")")
        }
    }

    /// What the sample lets a candidate be given by a method, of 100.
    private func points(of task: JSON) -> Int {
        let review = sample.plan["review"]
        let exception = review["except"].elements.first { $0["name"] == task["name"] }
        let name = task["methodName"].text ?? ""
        return (exception ?? review)["scores"][name].integer ?? 0
    }
}
