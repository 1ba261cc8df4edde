import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@Suite("A service's copy of the calendar")
struct CalendarCopyTests {
    /// A document that names one day of a year.
    private func documents() throws -> [CalendarDocument] {
        let day = ScheduledDay(date: try #require(LocalDate("2027-01-01")), isWorking: false, name: "元旦")
        return [CalendarDocument(year: 2027, source: .init(documentNumber: "国办发明电〔2026〕1号"), days: [day])]
    }

    private func published(_ version: String) throws -> CalendarPublished {
        CalendarPublished(calendar: NewID.v7(), version: version, years: [2027], documents: try documents())
    }

    private func version(of service: ServiceUnderTest<Counters>) async throws -> String {
        try await service.database.transaction { tx in try CalendarCopy.current(in: tx).version }
    }

    @Test("is the one it is built with until it hears of another")
    func builtIn() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            let status = try await service.database.transaction { tx in try CalendarCopy.status(in: tx) }
            #expect(status.version == (try WorkingCalendar.initial().version))
            #expect(status.publishedAt == nil)
            try await service.hear(published("v-2027"), from: .publicityTimer)
            let (calendar, heard) = try await service.database.transaction { tx in
                (try CalendarCopy.current(in: tx), try CalendarCopy.status(in: tx))
            }
            #expect(calendar.version == "v-2027")
            #expect(calendar.day(try #require(LocalDate("2027-01-01"))).reason == .stateCouncilOff(name: "元旦"))
            #expect(calendar.documents == (try documents()))
            #expect(heard.version == "v-2027")
            #expect(heard.years == [2027])
            #expect(heard.publishedAt != nil && heard.receivedAt != nil)
        }
    }

    @Test("is the one told last of those heard together")
    func together() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            try await service.hear(published("first"), published("second"), from: .publicityTimer)
            #expect(try await version(of: service) == "second")
        }
    }

    @Test("is the one published last, in whatever order they come", arguments: [[1, 2, 3], [3, 1, 2], [2, 3, 1, 2]])
    func newest(order: [Int]) async throws {
        let ids = (0..<4).map { _ in NewID.v7() }
        try await ServiceUnderTest.with(Counters.self) { service in
            for number in order {
                // The second and the third are of one instant.
                let time = Date(timeIntervalSince1970: 1_790_000_000 + Double(min(number, 2)))
                let documents = try documents()
                try await service.database.transaction { tx in
                    try CalendarCopy.keep(documents, version: "v\(number)", toldAs: ids[number], at: time, in: tx)
                }
            }
            #expect(try await version(of: service) == "v3")
        }
    }

    @Test("stays when a calendar of before there were documents is heard")
    func undocumented() async throws {
        let old = #"{"calendar":"\#(NewID.v7().lowercase)","version":"old","years":[2026]}"#
        let fact = try WireFormat.decode(CalendarPublished.self, from: Array(old.utf8))
        try await ServiceUnderTest.with(Counters.self) { service in
            try await service.hear(published("kept"), fact, from: .publicityTimer)
            #expect(try await version(of: service) == "kept")
        }
    }
}
