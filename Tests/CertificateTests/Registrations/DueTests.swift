import CertificateDomain
import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("What an enterprise has to hand in")
struct DueTests {
    @Test("is due ten working days after the determination, and counted down")
    func countdown() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let table = [
                ("2026-10-15", 9, false), ("2026-10-17", 8, false), ("2026-10-27", 1, false), ("2026-10-28", 0, false),
                ("2026-10-29", -1, true), ("2026-11-02", -3, true),
            ]
            for (day, left, isOverdue) in table {
                try await bench.travel(to: day)
                let due = try await bench.ask("GET \(path)", as: "hr").json["due"]
                #expect(due?["on"]?.text == "2026-10-28", "\(day)")
                #expect(due?["daysLeft"]?.int == left, "\(day)")
                #expect(due?["isOverdue"] == .flag(isOverdue), "\(day)")
            }
            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            #expect(submitted.json["due"] == nil)
            #expect(submitted.json["submissions"]?[0]?["isLate"] == .flag(true))
        }
    }

    @Test("is on the list of what is overdue by county and enterprise, and not before")
    func overdue() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.service.hear(Self.registered(), from: .filing)
            try await bench.tell(bench.approved())
            let list = "GET /registrations?overdue=true"
            try await bench.travel(to: "2026-10-28")
            #expect(try await bench.ask(list, as: "centre").json["items"]?.elements.isEmpty == true)
            try await bench.travel(to: "2026-10-29")
            #expect(try await bench.ask(list, as: "centre").json["items"]?.elements.count == 1)
            #expect(try await bench.ask(list, as: "hr").json["items"]?.elements.count == 1)
            #expect(try await bench.ask(list, as: "other-hr").json["items"]?.elements.isEmpty == true)
            #expect(try await bench.ask(list + "&county=371602", as: "bureau").json["items"]?.elements.count == 1)
            #expect(try await bench.ask(list + "&county=371603", as: "bureau").json["items"]?.elements.isEmpty == true)
            #expect(try await bench.ask("GET /registrations?overdue=maybe", as: "centre").status == 400)
            let counts = try await bench.ask("GET /registrations/overdue", as: "centre").json
            #expect(counts["registrations"]?.int == 1)
            #expect(counts["counties"]?[0]?["county"]?.text == "371602")
            #expect(counts["enterprises"]?[0]?["creditCode"]?.text == Samples.enterprise.creditCode)
            #expect(counts["enterprises"]?[0]?["since"]?.text == "2026-10-28")
            #expect(try await bench.ask("GET /registrations/overdue", as: "other-hr").json["registrations"]?.int == 0)
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            #expect(try await bench.ask("GET /registrations/overdue", as: "centre").json["registrations"]?.int == 0)
        }
    }

    @Test("is shown a county's officer of the own county alone, without what offices found")
    func county() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.service.hear(Self.registered(), from: .filing)
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let shown = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let first = shown.json["certificates"]?[0]?["id"]?.text ?? ""
            let finding = #"{"outcome":"returned","persons":[{"certificate":"\#(first)","reason":"照片不清"}]}"#
            _ = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: finding)
            try await bench.travel(to: "2026-11-02")
            let list = "/registrations?overdue=true"
            let own = try await bench.ask("GET \(list)", as: "county")
            #expect(own.json["items"]?.elements.count == 1)
            #expect(own.json["items"]?[0]?["due"]?["isOverdue"] == .flag(true))
            #expect(own.json["items"]?[0]?["correction"] == nil)
            #expect(!own.text.contains("照片不清"))
            #expect(try await bench.ask("GET \(list)&county=371602", as: "county").json["items"]?.elements.count == 1)
            let asked = try await bench.ask("GET \(list)&county=371603", as: "county")
            #expect(asked.code == "common.other-county")
            #expect(try await bench.ask("GET /registrations/overdue", as: "county").json["registrations"]?.int == 1)
            for path in [list, "/registrations/overdue", "/registrations"] {
                let other = await bench.service.call("GET", path, as: .countyOfficer, county: "371603")
                let json: JSONValue = try WireFormat.decode(from: other.body)
                #expect(
                    other.status == 200 && json["items"]?.elements.isEmpty ?? (json["registrations"]?.int == 0),
                    "\(path)"
                )
            }
        }
    }

    @Test("moves with the calendar until it is over, and then no more")
    func calendar() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            let path = "GET /registrations/\(try await bench.registration())"
            try await bench.service.hear(Self.calendar("一", off: ["2026-10-20"]), from: .publicityTimer)
            try await bench.service.tick()
            let moved = try await bench.ask(path, as: "hr")
            #expect(moved.json["due"]?["on"]?.text == "2026-10-29")
            #expect(moved.etag == "\"2\"")
            // The same day by another calendar is no event.
            try await bench.travel(to: "2026-10-15")
            try await bench.service.hear(Self.calendar("二", off: ["2026-10-21"]), from: .publicityTimer)
            try await bench.service.tick()
            #expect(try await bench.ask(path, as: "hr").etag == "\"2\"")
            try await bench.travel(to: "2026-10-30")
            try await bench.service.hear(Self.calendar("三", off: ["2026-10-21", "2026-10-22"]), from: .publicityTimer)
            try await bench.service.tick()
            #expect(try await bench.ask(path, as: "hr").json["due"]?["on"]?.text == "2026-10-29")
        }
    }

    @Test("is reckoned for what was opened before due days were kept")
    func ofBefore() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            let id = try await bench.registration()
            try await bench.pool.transaction { tx in
                _ = try tx.execute(
                    """
                    UPDATE registration SET due_on = NULL, due_calendar = NULL,
                        state = state #- '{awaitingSubmission,batch,course}' #- '{awaitingSubmission,batch,procedure}'
                    """
                )
            }
            #expect(try await bench.ask("GET /registrations/\(id)", as: "hr").json["due"] == nil)
            try await bench.service.tick()
            #expect(try await bench.ask("GET /registrations/\(id)", as: "hr").json["due"]?["on"]?.text == "2026-10-28")
        }
    }

    static func registered() -> EnterpriseRegistered {
        EnterpriseRegistered(
            registered: Samples.enterprise,
            enterpriseName: "滨州重工有限公司",
            jurisdiction: "371602"
        )
    }

    static func calendar(_ version: String, off days: [String]) -> CalendarPublished {
        let days = days.map { ScheduledDay(date: Samples.day($0), isWorking: false, name: "临时放假") }
        let document = CalendarDocument(year: 2026, source: .init(documentNumber: "国办发明电〔2026〕\(version)号"), days: days)
        return CalendarPublished(calendar: NewID.v7(), version: version, years: [2026], documents: [document])
    }
}
