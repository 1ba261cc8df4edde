import Foundation
import Kernel

@testable import FilingDomain

/// Lives, suspensions and cancellations the tables share.
enum TenureSample {
    static let special = UUID(uuidString: "01990000-0000-7000-8000-000000000003") ?? UUID()
    static let request = UUID(uuidString: "01990000-0000-7000-8000-000000000004") ?? UUID()
    static let exitCase = UUID(uuidString: "01990000-0000-7000-8000-000000000005") ?? UUID()
    static let otherCase = UUID(uuidString: "01990000-0000-7000-8000-000000000006") ?? UUID()

    /// A general filing in force from 2026-01-01 through 2028-12-31.
    static func general(_ from: String = "2026-01-01", _ through: String = "2028-12-31") throws -> TenureLife {
        try TenureLife(
            filing: Sample.generalID,
            kind: .general,
            filer: Sample.filer,
            agencyCode: AgencyCode("Y000037160001"),
            begunOn: Sample.monday,
            term: Sample.term(from, through),
            occupations: Sample.filed
        )
    }

    /// A special-grade filing on it, for welders.
    static func onGeneral() throws -> TenureLife {
        try TenureLife(
            filing: special,
            kind: .special,
            restsOn: Sample.generalID,
            filer: Sample.filer,
            agencyCode: AgencyCode("Y000037160001"),
            begunOn: Sample.tuesday,
            term: Sample.term("2026-01-01", "2028-12-31"),
            occupations: [FiledOccupation(occupation: Sample.welder, levels: [.specialGradeTechnician])],
            workPlan: FiledWorkPlan(version: 1, digest: "aa")
        )
    }

    static func suspension(
        from: LocalDate = Sample.wednesday,
        through: LocalDate? = nil,
        in exitCase: UUID? = nil,
        consequences: Consequences = .usual
    ) -> Suspension {
        Suspension(
            facts: "评价现场无督导员",
            reasons: "管理失序",
            basis: "滨人社字〔2020〕号第六条",
            from: from,
            through: through,
            consequences: consequences,
            exitCase: exitCase
        )
    }

    static func cancellation(in exitCase: UUID = exitCase) -> Cancellation {
        Cancellation(
            exitCase: exitCase,
            decisionNumber: "滨人社退〔2026〕0001号",
            on: Sample.wednesday,
            consequences: .usual
        )
    }

    static let contradictory = Consequences(
        rounds: .finish,
        notices: .finish,
        unissued: .issue,
        issued: .suspend,
        appointments: .flag
    )
}
