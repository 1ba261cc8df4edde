import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

/// What an installation of the first version has written is read by this one.
@Suite("A database of the first version")
struct UpgradeTests {
    private static let period = #"""
        {"authority":"official","calendarVersion":"state-council-2007-2026","days":[
            {"authority":"official","date":"2026-10-12","number":1,"reason":{"weekday":{}}},
            {"authority":"official","date":"2026-10-13","number":2,"reason":{"stateCouncilOff":{"name":"国庆节"}}}],
         "endsAt":"2026-10-14T00:00:00.000+08:00","lastDay":"2026-10-13","publishedOn":"2026-09-30","requiredDays":5}
        """#
    private static let posting = #"""
        {"enterpriseName":"滨州样例机械有限公司","handlingOffice":"公司纪委","list":"01990000-0000-7000-8000-000000000060",
         "listDigest":"aa","period":\#(period),"publisher":{"creditCode":"91371600MA3N00011J",
         "id":"01990000-0000-7000-8000-000000000050"},"round":"01990000-0000-7000-8000-000000000061","title":"公示"}
        """#

    private static func name(_ standing: String) -> String {
        #"""
        {"application":"01990000-0000-7000-8000-000000000001","merits":"","name":"赵一","occupation":{"code":"6-18-02-04",
         "edition":"2022","name":"焊工"},"person":"01990000-0000-7000-8000-000000000001","standing":\#(standing),
         "unit":"一分厂","workshop":"一车间"}
        """#
    }

    private static func complaint(_ notice: UUID) -> String {
        #"""
        {"notice":"\#(notice.lowercase)","person":"01990000-0000-7000-8000-000000000001","reason":"业绩不实","receipt":"AAEC",
         "receivedAt":"2026-10-09T01:00:00.000+08:00"}
        """#
    }

    @Test("is brought to this one: notices and objections in every state are read, and go on")
    func upgrades() async throws {
        let first = Main.allMigrations.filter { ["m001", "k001", "v001"].contains(String($0.name.prefix(4))) }
        let onShow = Self.name(#"{"onShow":{"received":["01990000-0000-7000-8000-000000000101"]}}"#)
        let cleared = Self.name(#"{"cleared":{}}"#)
        let notices: [(phase: String, state: String)] = [
            ("running", #"{"running":{"_0":\#(Self.posting),"_1":[\#(onShow)]}}"#),
            (
                "completed",
                #"{"completed":{"_0":\#(Self.posting),"_1":[\#(cleared)],"at":"2026-10-14T00:00:01.000+08:00"}}"#
            ),
            ("withdrawn", #"{"withdrawn":{"_0":\#(Self.posting),"_1":[],"reason":"名单有误"}}"#),
        ]
        try await ScratchDatabase.with(first, service: "publicity_timer") { pool, database in
            let ids = notices.indices.map { Sample.id(200 + $0) }
            try await pool.transaction { tx in
                for (place, notice) in notices.enumerated() {
                    try tx.execute(
                        """
                        INSERT INTO notice (id, version, list, credit_code, phase, ends_at, official, state) VALUES
                            (\(ids[place]), 1, \(Sample.id(300 + place)), '91371600MA3N00011J', \(notice.phase),
                             '2026-10-13T16:00:00Z', true, \(notice.state)::text::jsonb)
                        """
                    )
                }
                for (place, state) in Self.objections(to: ids[0]).enumerated() {
                    try tx.execute(
                        """
                        INSERT INTO objection (id, version, notice, person, phase, receipt, state) VALUES
                            (\(Sample.id(400 + place)), 1, \(ids[0]), \(Sample.zhao), \(state.phase),
                             \([UInt8(place)]), \(state.state)::text::jsonb)
                        """
                    )
                }
                try tx.execute(
                    """
                    INSERT INTO calendar (id, version, name, state) VALUES
                        (\(Sample.id(500)), 1, 'state-council-2007-2026', '{"published":{"days":[],"name":"x"}}')
                    """
                )
            }
            let migrator = Migrator(Main.allMigrations, servingRole: database.configuration.user ?? "")
            try await migrator.migrate(database.ownerConfiguration, logger: Logger(label: "upgrade"))
            try await pool.transaction { tx in try Self.check(ids, in: tx) }
        }
    }

    private static func objections(to notice: UUID) -> [(phase: String, state: String)] {
        let complaint = complaint(notice)
        return [
            ("received", #"{"received":{"_0":\#(complaint)}}"#),
            ("accepted", #"{"accepted":{"_0":\#(complaint),"at":"2026-10-10T01:00:00.000+08:00"}}"#),
            (
                "decided",
                #"{"decided":{"_0":\#(complaint),"_1":{"at":"2026-10-12T01:00:00.000+08:00","outcome":"dismissed","reason":"查无实据"}}}"#
            ),
        ]
    }

    private static func check(_ ids: [UUID], in tx: borrowing Transaction) throws {
        var loaded = try NoticeStore().load(ids, in: tx)
        #expect(loaded.map(\.state.phase) == [.running, .completed, .withdrawn])
        #expect(loaded[0].state.posting?.handlingOffice.name == "公司纪委")
        #expect(loaded[0].state.posting?.period.days.map(\.number) == [1, 2])
        #expect(try NoticeStore().loadDue(at: Sample.end, atMost: 10, in: tx).map(\.id) == [ids[0]])
        try loaded[0].handle(.complete(now: Sample.end))
        try NoticeStore().save([loaded[0]], in: tx)

        let store = ObjectionStore()
        let objections = try (0..<3).map { try store.load(Sample.id(400 + $0), in: tx) }
        #expect(objections.map(\.state.phase) == [.received, .examining, .closed])
        #expect(objections.allSatisfy { $0.state.complaint?.subject == .name(Sample.zhao) })
        #expect(objections[2].state.closing?.outcome == .dismissed)
        #expect(try CalendarStore().current(in: tx).version == "state-council-2007-2026")
    }
}
