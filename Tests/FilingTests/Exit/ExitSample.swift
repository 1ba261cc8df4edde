import Foundation
import Kernel

@testable import FilingDomain

/// Papers of exit cases the tables share.
enum ExitSample {
    static let investigator = Officer(id: "bureau-1", name: "张立")
    static let decider = Officer(id: "bureau-2", name: "王维民")
    static let ends = Ends(
        addressee: "滨州渤海精工机械有限公司",
        bureau: "滨州市人力资源和社会保障局",
        section: "职业能力建设科",
        telephone: nil,
        address: nil
    )
    static let deadline = Deadline(lastDay: Sample.day("2026-08-11"), isProvisional: false)

    static func number(_ sequence: Int = 1) -> DocumentNumber {
        DocumentNumber(word: "滨人社退", year: 2026, sequence: sequence)
    }

    static func file() -> ExitFile {
        ExitFile(
            filing: Sample.generalID,
            kind: .general,
            filer: Sample.filer,
            proposal: .init(source: .supervision, origin: "双随机检查", facts: "评价现场无督导员", on: Sample.monday),
            investigator: investigator
        )
    }

    static let notice = ExitFile.Notice(
        number: number(),
        ends: ends,
        facts: "评价现场无督导员",
        reasons: "管理失序",
        basis: "通知第六条第三项",
        intended: .cancel,
        officer: investigator,
        on: Sample.monday
    )
    static let service = ExitFile.Service(
        means: .direct,
        receivedBy: "李敏",
        proof: "送达回证",
        on: Sample.tuesday,
        officer: investigator
    )
    static let statement = ExitFile.Statement(text: "有更换记录", waivesHearing: false, by: "李敏", on: Sample.wednesday)
    static let waiver = ExitFile.Statement(text: "不要求听证", waivesHearing: true, by: "李敏", on: Sample.wednesday)
    static let request = ExitFile.HearingRequest(reasons: "事实有误", by: "李敏", on: Sample.wednesday)
    static let hearing = ExitFile.Hearing(
        heldOn: Sample.day("2026-08-17"),
        place: "二楼会议室",
        chair: decider,
        toldOn: Sample.wednesday
    )
    static let minutes = ExitFile.Minutes(
        text: "到会陈述",
        isAttended: true,
        officer: investigator,
        on: Sample.day("2026-08-17")
    )

    static func decision(
        _ outcome: ExitOutcome = .cancel,
        by officer: Officer = decider,
        answer: String? = "不予采纳",
        preview: String? = "digest",
        on day: LocalDate = Sample.day("2026-08-20")
    ) -> ExitDecision {
        ExitDecision(
            outcome: outcome,
            number: number(2),
            ends: ends,
            reasons: "情况属实",
            basis: "通知第六条第三项",
            answer: answer,
            officer: officer,
            on: day,
            consequences: preview == nil ? nil : .usual,
            preview: preview
        )
    }

    static let undoing = Undoing(
        number: number(3),
        ends: ends,
        reasons: "督导员在场",
        officer: decider,
        on: Sample.day("2026-08-24")
    )
    static let takenDown = ExitDecision.TakenDown(
        on: Sample.day("2026-08-25"),
        places: ["市局网站"],
        officer: decider
    )

    /// A case after these events.
    static func after(_ events: ExitCase.Event...) -> ExitCase {
        var one = ExitCase.open(file: file())
        for event in events { one.apply(event) }
        return one
    }
}
