import Contracts
import Foundation
import Kernel

extension Step {
    /// 公示: the period, two objections, and what follows at its end.
    static let publicity: [Step] = [
        Step("公示开始,期限按工作日计算") { demo in
            let notice = try await demo.wait(for: "公示") {
                try await demo.all("/notices", of: .publicityTimer, as: demo.accounts.employee).first
            }
            demo.found.notice = try notice["id"].text(of: "公示编号")
            let view = try await demo.notice()
            let period = view["period"]
            Say.that(
                "\(view["title"].text ?? ""):\(view["names"].elements.count) 人,\(period["publishedOn"].text ?? "") 公布,"
                    + "至 \(period["lastDay"].text ?? "") 24时"
            )
            for day in period["days"].elements {
                let counted = day["number"].integer.map { "第\($0)日" } ?? "不计"
                Say.that(
                    "\(day["date"].text ?? "") \(day["weekday"].text ?? "") \(counted) \(day["reason"].text ?? "")"
                )
            }
        },
        Step("职工提出异议:实名的当即、匿名的经核实具体可查后暂缓,只暂缓该人") { demo in
            for objection in demo.sample.objections {
                try await demo.travel(to: Sample.day(objection["raisedOn"], "异议日期"))
                try await demo.raise(objection)
            }
        },
        Step("期满前作出的决定") { demo in
            let last = try await demo.lastDay()
            for (index, objection) in demo.sample.objections.enumerated() {
                let day = try Sample.day(objection["decidedOn"], "决定日期")
                if day <= last { try await demo.decide(index, on: day) }
            }
        },
        Step("公示期满(最后一日24时),无异议的人选随即由企业确定") { demo in
            try await demo.travel(to: try await demo.lastDay().adding(days: 1), hour: 0, minute: 1)
            try await demo.wait(for: "公示期满") {
                try await demo.notice()["state"] == "completed" ? true : nil
            }
            try await demo.tellDetermination(number: 1)
        },
        Step("期满后作出的决定:异议不成立的随即确定") { demo in
            let last = try await demo.lastDay()
            for (index, objection) in demo.sample.objections.enumerated() {
                let day = try Sample.day(objection["decidedOn"], "决定日期")
                guard day > last else { continue }
                try await demo.decide(index, on: day)
            }
            try await demo.tellDetermination(number: 2)
        },
    ]
}

extension Demonstration {
    /// The notice as the handling office sees it.
    func notice() async throws -> JSON {
        try await get("/notices/\(found.notice)", of: .publicityTimer, as: accounts.handler)
    }

    /// The objections of the notice that are in one of these states, as the handling office sees them.
    func objections(in states: [String]) async throws -> [JSON] {
        var found: [JSON] = []
        for state in states {
            found += try await all(
                "/objections",
                of: .publicityTimer,
                query: [("notice", self.found.notice), ("state", state)],
                as: accounts.handler
            )
        }
        return found
    }

    fileprivate func lastDay() async throws -> LocalDate {
        try await Sample.day(notice()["period"]["lastDay"], "公示最后一日")
    }

    fileprivate func raise(_ objection: JSON) async throws {
        let names = try await notice()["names"].elements
        guard
            let shown = names.first(where: {
                $0["name"] == objection["name"] && $0["workshop"] == objection["workshop"]
            })
        else { throw OperatorError("公示中没有 \(objection["name"].text ?? "")。") }
        let isNamed = objection["objector"] != .null
        let receipt = try await make(
            "/notices/\(found.notice)/objections",
            in: .publicityTimer,
            [
                "person": shown["person"], "about": "name", "reason": objection["reason"],
                "evidence": objection["evidence"], "objector": isNamed ? objection["objector"] : "anonymous",
            ],
            as: accounts.employee
        )
        // The objector has a receipt code and never an id; the office finds the objection on its work list.
        _ = try receipt["receiptCode"].text(of: "回执码")
        let open = try await objections(in: ["received", "examining"])
        guard let taken = open.first(where: { $0["person"] == shown["person"] }) else {
            throw OperatorError("受理部门没有收到针对 \(objection["name"].text ?? "") 的异议。")
        }
        let id = try taken["id"].text(of: "异议编号")
        found.objections.append(id)
        if !isNamed {
            try await tell(
                "/objections/\(id)",
                "pursuit",
                of: .publicityTimer,
                ["reason": "线索具体,有项目验收单照片,可以核查"],
                as: accounts.handler
            )
        }
        let how = isNamed ? "实名异议,提出即" : "匿名线索,经核实具体可查,"
        Say.that("\(how)暂缓 \(objection["name"].text ?? "") 一人(\(Say.short(id)));人事部门看不到异议")
    }

    fileprivate func decide(_ index: Int, on day: LocalDate) async throws {
        let objection = sample.objections[index]
        try await travel(to: day)
        let decided = try await tell(
            "/objections/\(found.objections[index])",
            "decision",
            of: .publicityTimer,
            ["outcome": objection["outcome"], "reason": objection["decision"]],
            as: accounts.handler
        )
        let upheld = decided["closing"]["outcome"] == "upheld"
        Say.that("\(objection["name"].text ?? ""):异议\(upheld ? "成立,移出名单" : "不成立")。\(objection["decision"].text ?? "")")
    }

    fileprivate func tellDetermination(number: Int) async throws {
        let determinations = try await wait(for: "企业确定获评人员") {
            let all = try await all("/rounds/\(found.round)/determinations", of: .evaluation, as: accounts.hr)
            let inForce = all.filter { $0["state"] == "in-force" }
            return inForce.count >= number ? inForce : nil
        }
        let determination = determinations[number - 1]
        let names = determination["names"].elements.compactMap { $0["name"].text }
        Say.that("确定 \(names.count) 人:\(names.joined(separator: "、"))")
        Say.that("依据:\(determination["authorisedBy"].text ?? "")")
    }
}
