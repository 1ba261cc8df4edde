import Contracts
import Foundation
import Kernel

extension Step {
    /// 退出: told, heard, previewed, decided by another officer, and set aside again; the preview is held against the effects.
    static let exit: [Step] = exitHearing + exitRounds + exitDecision + exitUndoing

    /// The enterprise is told and heard before anything is decided.
    private static let exitHearing: [Step] = [
        Step("市局立案,事先告知并送达") { demo in
            try await demo.travel(to: demo.afterDecisions())
            let opened = try await demo.make(
                "/exit-cases",
                in: .filing,
                [
                    "filing": .text(demo.found.specialFiling), "source": "supervision", "origin": "双随机检查",
                    "facts": "评价现场未安排质量督导员",
                ],
                as: demo.accounts.investigator
            )
            demo.found.exitCase = "/exit-cases/\(try opened["id"].text(of: "案件编号"))"
            let text: JSON = [
                "facts": "评价现场未安排质量督导员,评审记录缺失", "reasons": "管理失序", "basis": "滨人社字通知第六条第三项",
                "intended": "cancel",
            ]
            try await demo.exit("notice", text, as: demo.accounts.investigator)
            let served = try await demo.exit(
                "service",
                [
                    "means": "direct", "receivedBy": "林晓彤", "proof": "送达回证签收",
                    "servedOn": "\(try demo.afterDecisions())",
                ],
                as: demo.accounts.investigator
            )
            Say.that(
                "\(served["notice"]["number"].text ?? "") 已送达,听证申请至 \(served["service"]["hearingThrough"].text ?? "")"
            )
        },
        Step("企业陈述申辩并要求听证;听证由非调查人员主持") { demo in
            try await demo.exit("statements", ["text": "当日督导员因病临时更换,有更换记录"], as: demo.accounts.hr)
            try await demo.exit("hearing-request", ["reasons": "事实认定有误"], as: demo.accounts.hr)
            let day = try demo.afterDecisions().adding(days: 16)
            let hearing: JSON = [
                "heldOn": "\(day)", "place": "市局二楼会议室", "chairAccount": "bureau-3", "chairName": "赵敏",
            ]
            try await demo.exit("hearing", hearing, as: demo.accounts.investigator)
            try await demo.travel(to: day)
            try await demo.exit("minutes", ["text": "企业代表到会陈述"], as: demo.accounts.investigator)
            Say.that("听证于 \(day) 举行")
        },
    ]

    /// What a decision will touch: a round that takes applications, another whose list is on show.
    private static let exitRounds: [Step] = [
        Step("企业又开两个批次:一个接受申报,一个正在公示") { demo in
            // Applications open on the day of the hearing.
            let today = try demo.afterDecisions().adding(days: 16)
            let opens = try Sample.day(demo.sample.plan["schedule"]["applications"]["from"], "申报开始")
            demo.found.daysLater = opens.days(until: today)
            for step in planning { try await step.act(demo) }
            for step in planning { try await step.act(demo) }
            _ = try await demo.importApplicants()
            for step in judging { try await step.act(demo) }
            try await demo.formPanel()
            try await demo.score()
            try await demo.makeOpeningCodes()
            try await demo.vote()
            try await demo.openBox()
            let path = "/rounds/\(demo.found.round)"
            let day = try demo.scheduled("applicationsThrough").adding(days: 1)
            let list = try await demo.tell(
                path,
                "proposed-list",
                of: .evaluation,
                [
                    "publishedOn": "\(day)",
                    "reasonForExceeding": demo.sample.plan["reasonForExceeding"],
                ],
                as: demo.accounts.hr
            )
            let before = demo.found.notice
            demo.found.notice = try await demo.wait(for: "第二份公示") {
                let all = try await demo.all("/notices", of: .publicityTimer, as: demo.accounts.employee)
                return all.compactMap { $0["id"].text }.first { $0 != before }
            }
            Say.that("公示 \(list["names"].elements.count) 人")
        }
    ]
}

extension Demonstration {
    /// Three days after the last objection of the main job was decided.
    func afterDecisions() throws -> LocalDate {
        let days = try sample.objections.map { try Sample.day($0["decidedOn"], "决定日期") }
        return (days.max() ?? .earliest).adding(days: 3)
    }

    /// A step of the exit case.
    @discardableResult
    func exit(_ verb: String, _ body: JSON = [:], as token: String) async throws -> JSON {
        try await tell(found.exitCase, verb, of: .filing, body, as: token)
    }
}
