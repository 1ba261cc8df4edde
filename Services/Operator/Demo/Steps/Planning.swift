import Contracts
import Foundation
import Kernel

extension Step {
    /// 评价: the implementation plan, shown to the employees, and the round under it.
    static let planning: [Step] = [
        Step("企业制定实施方案,向职工公开并报备案机关") { demo in
            let body = try demo.plan().with("filing", .text(demo.found.specialFiling))
            let made = try await demo.make("/plans", in: .evaluation, body, as: demo.accounts.hr)
            demo.found.plan = try made["id"].text(of: "方案编号")
            try await demo.proveDisclosure()
            try await demo.tell(
                "/plans/\(demo.found.plan)",
                "disclosure",
                of: .evaluation,
                demo.plan()["disclosure"],
                as: demo.accounts.hr
            )
            let posts = made["posts"].elements.compactMap { $0["count"].integer }.reduce(0, +)
            Say.that(
                "《\(made["title"].text ?? "")》 岗位 \(posts) 个,参照日 \(made["referenceDate"].text ?? ""),"
                    + "公示 \(made["publicityDays"].integer ?? 0) 个工作日"
            )
        },
        Step("企业开启评价批次") { demo in
            let made = try await demo.make(
                "/rounds",
                in: .evaluation,
                ["plan": .text(demo.found.plan)],
                as: demo.accounts.hr
            )
            demo.found.round = try made["id"].text(of: "批次编号")
            Say.that("批次 \(Say.short(demo.found.round)) 接受申报")
        },
    ]
}

extension Demonstration {
    /// Uploads what proves that the plan was shown and sent: here a picture of one dot.
    func proveDisclosure() async throws {
        for purpose in ["plan-shown", "plan-sent"] {
            let request = ServiceRequest(
                service: .evaluation,
                method: "POST",
                path: "/plans/\(found.plan)/attachments?purpose=\(purpose)&name=proof.png",
                token: accounts.hr,
                body: Array(Data(base64Encoded: Self.dot) ?? Data()),
                contentType: "image/png",
                idempotencyKey: NewID.v7().lowercase
            )
            _ = try await client.send(request)
        }
    }

    /// A day of the plan's schedule.
    func scheduled(_ name: String) throws -> LocalDate { try sample.scheduled(name).adding(days: found.daysLater) }

    /// The sample's plan, its days as much later as the demonstration is.
    func plan() throws -> JSON {
        var plan = sample.plan
        for window in ["applications", "review", "vote", "publicity"] {
            for end in ["from", "through"] {
                let day = try Sample.day(plan["schedule"][window][end], "日程 \(window)").adding(days: found.daysLater)
                plan["schedule"][window][end] = .text("\(day)")
            }
        }
        for name in ["shownToEmployeesOn", "sentToAuthorityOn"] {
            let day = try Sample.day(plan["disclosure"][name], "公开日期").adding(days: found.daysLater)
            plan["disclosure"][name] = .text("\(day)")
        }
        return plan
    }
}
