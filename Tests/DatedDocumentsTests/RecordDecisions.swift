import Contracts
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The record of a dated document")
struct RecordDecisions {
    typealias Record = ConfigurationRecord<OrderKind>
    typealias Table = Decision<Record>

    static let day = LocalDate("2026-11-01") ?? .earliest
    static let laidDown = Record.laidDown(.period, digest: "d", from: day, by: "officer", on: day)
    static let layDown = Record.Command.layDown(.period, digest: "d", from: day, by: "officer", today: day)
    static let late = Record.Command.layDown(
        .period,
        digest: "d",
        from: day.adding(days: -1),
        by: "officer",
        today: day
    )

    static let table: [Table] = [
        .given(.absent, when: layDown, then: .laidDown(.period, digest: "d", from: day, by: "officer", on: day)),
        .given(.absent, when: late, refused: .inForceInPast(today: day)),
        .given(laidDown, when: layDown),
        .given(laidDown, when: late),
    ]

    @Test("is decided as the table says", arguments: table)
    func decides(row: Table) { row.verify() }

    @Test("is written as it was when each service wrote its own")
    func bytes() throws {
        let kept = #"{"laidDown":{"_0":"period","by":"officer","digest":"d","from":"2026-11-01","on":"2026-11-01"}}"#
        #expect(try WireFormat.decode(Record.self, from: Array(kept.utf8)) == Self.laidDown)
        #expect(try String(decoding: WireFormat.encode(Self.laidDown), as: UTF8.self) == kept)
        let event = Record.Event.laidDown(.period, digest: "d", from: Self.day, by: "officer", on: Self.day)
        #expect(try String(decoding: WireFormat.encode(event), as: UTF8.self) == kept)
    }

    @Test("has sentences for what it refuses")
    func sentences() throws {
        try Agreement<Orders>().verify(refusals: [Record.Rejection.inForceInPast(today: Self.day)], status: 422)
    }
}
