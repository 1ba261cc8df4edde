import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("What the authority goes by")
struct SignalStory {
    @Test("A certificate without an appointment is told once, after the working days of the procedure")
    func reminder() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            try await service.travel(to: Sample.day("2026-11-17").start)
            try await service.tick()
            #expect(try await service.said(AppointmentAwaited.self).isEmpty)
            try await service.travel(to: Sample.day("2026-11-18").start)
            try await service.tick()
            try await service.tick()
            let told = try await service.said(AppointmentAwaited.self)
            #expect(told.map(\.dueOn) == [Sample.day("2026-11-17")])
            let list = await service.call(
                "GET",
                "/certificates-awaiting-appointment",
                as: .countyOfficer,
                county: "371602"
            )
            #expect(list.member("items") == "1 items", "\(list.text)")
            #expect(await service.appoint(1, to: post).status == 201)
            #expect(await service.get("/certificates-awaiting-appointment").member("items") == "0 items")
        }
    }

    @Test("The record has what was attested, the gaps and what was upheld, and is of one's own enterprise and county")
    func record() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            _ = await service.attest(appointments)
            try await service.travel(to: Sample.day("2027-01-20").start)
            try await service.tick()
            let path = "/enterprises/91371600MA3N00011J/record"
            let record = await service.get(path)
            #expect(record.member("months") == "2", "\(record.text)")
            #expect(record.member("complete") == "1")
            #expect(record.member("gaps", "0", "month") == "2026-12")
            #expect(await service.call("GET", path, as: .enterpriseHR, of: "9137160270000001X7").status == 403)
            #expect(await service.call("GET", path, as: .countyOfficer, county: "371603").status == 403)
            #expect(await service.call("GET", path, as: .countyOfficer, county: "371602").status == 200)
        }
    }

    @Test("Statistics are whole for officers and hide small cells from everybody else")
    func statistics() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            _ = await service.attest(appointments)
            let officer = await service.call("GET", "/statistics", as: .bureauOfficer)
            #expect(officer.member("total") == "2", "\(officer.text)")
            #expect(officer.member("lines", "0", "met") == "2")
            #expect(officer.member("lines", "0", "county") == "371602")
            #expect(officer.member("lines", "0", "occupation") == "焊工")
            let elsewhere = await service.call("GET", "/statistics", as: .countyOfficer, county: "371603")
            #expect(elsewhere.member("total") == "0")
            let everybody = await service.call("GET", "/public/statistics")
            #expect(everybody.status == 200)
            #expect(everybody.member("total") == nil)
            #expect(everybody.member("counties") == "0 items")
            #expect(everybody.member("withheld") == "3 items")
            #expect(everybody.member("note")?.isEmpty == false)
        }
    }
}
