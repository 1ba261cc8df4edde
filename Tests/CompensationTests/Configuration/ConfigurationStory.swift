import CompensationDomain
import DatedDocuments
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("What is laid down for treatment")
struct ConfigurationStory {
    @Test("the service brings one of each kind along, and it can be followed", arguments: ConfigurationKind.allCases)
    func builtIn(kind: ConfigurationKind) throws {
        let view = try ConfigurationView(builtIn: kind)
        #expect(view.document.document.problems.isEmpty)
        #expect(view.inForceFrom == Sample.day("2020-12-07"))
        #expect(!view.kindName.isEmpty)
    }

    static let procedure = #"""
        {"basis":"滨人社发〔2026〕8号","inForceFrom":"2026-11-01","correctionDueDays":15,"attestationWorkingDay":8,
        "appointmentReminderDays":20,"denialAnswerDays":5,"denialDecisionDays":10,"endReminderDays":60}
        """#

    @Test("is laid down by the bureau alone, followed from its day, and read by who works under it")
    func story() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.day("2026-10-14").start)
            let path = "/configuration/procedure"
            for role in [Role.enterpriseHR, .centreOfficer, .countyOfficer] {
                let creditCode = role.isOfEnterprise ? Sample.employer.creditCode : nil
                for path in [path, "\(path)/check"] {
                    let refused = await service.call("POST", path, as: role, of: creditCode, json: Self.procedure)
                    #expect(refused.status == 403, "\(role)")
                }
            }
            #expect(await service.call("POST", "\(path)/check", as: .bureauOfficer, json: Self.procedure).status == 200)
            #expect(await service.call("POST", path, as: .bureauOfficer, json: Self.procedure).status == 201)
            #expect(await service.call("POST", path, as: .bureauOfficer, json: Self.procedure).status == 200)
            let days = try await service.database.transaction { tx in
                try ["2026-10-31", "2026-11-01"].map {
                    try ConfigurationStore().inForce(TreatmentProcedure.self, on: Sample.day($0), in: tx)
                        .correctionDueDays
                }
            }
            #expect(days == [20, 15])
            let list = await service.get(path)
            #expect(list.member("items") == "2 items", "\(list.text)")
            #expect(list.member("items", "0", "document", "correctionDueDays") == "15")
            #expect(list.member("items", "1", "isInForce") == "1")
            #expect(await service.call("GET", path, as: .employee, of: Sample.employer.creditCode).status == 403)
        }
    }

    static let wrong: [(from: String, to: String, field: String, code: String)] = [
        ("2026-11-01", "2026-10-13", "inForceFrom", "configuration-in-past"),
        (#""denialAnswerDays":5"#, #""denialAnswerDays":0"#, "denialAnswerDays", "configuration-days"),
        (#""endReminderDays":60"#, #""endReminderDays":251"#, "endReminderDays", "configuration-days"),
    ]

    @Test("is refused by field where it cannot be followed", arguments: wrong)
    func refused(row: (from: String, to: String, field: String, code: String)) async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.day("2026-10-14").start)
            let answer = await service.call(
                "POST",
                "/configuration/procedure",
                as: .bureauOfficer,
                json: Self.procedure.replacing(row.from, with: row.to)
            )
            #expect(answer.status == 400, "\(answer.text)")
            #expect(answer.member("errors", "0", "field") == row.field)
            #expect(answer.member("errors", "0", "code") == "compensation.\(row.code)")
        }
    }
}
