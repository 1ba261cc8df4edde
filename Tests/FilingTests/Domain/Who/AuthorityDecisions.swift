import FilingDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("An authority on record")
struct AuthorityDecisions {
    private static func version(_ name: String, _ from: String, _ until: String? = nil) -> Authority.Version {
        Authority.Version(
            name: name,
            offices: [Authority.Office(name: "职业能力建设科", telephone: "0543-8170000")],
            from: Sample.day(from),
            until: until.map { Sample.day($0) }
        )
    }

    private static let first = version("市人社局", "2020-12-07")
    private static let second = version("市人社局(新)", "2027-01-01")
    private static let kept = Authority.kept(kind: .bureau, versions: [first])

    static let table: [Decision<Authority>] = [
        .given(
            .unknown,
            when: .establish(kind: .bureau, first),
            then: .established(kind: .bureau, version: first)
        ),
        .given(.unknown, when: .change(second, on: Sample.monday), refused: .unknown),
        .given(kept, when: .establish(kind: .bureau, first), refused: .alreadyEstablished),
        Decision(
            kept,
            when: .change(second, on: Sample.monday),
            .becomes(.kept(kind: .bureau, versions: [version("市人社局", "2020-12-07", "2026-12-31"), second]))
        ),
        .given(kept, when: .change(version("市人社局", "2027-01-01"), on: Sample.monday), note: "nothing changes"),
        .given(
            kept,
            when: .change(version("别名", "2020-12-07"), on: Sample.monday),
            refused: .laterVersion(from: Sample.day("2020-12-07"))
        ),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Decision<Authority>) { row.verify() }

    @Test(
        "is called on each day what it is called then",
        arguments: [
            ("2020-12-06", nil), ("2020-12-07", "市人社局"), ("2026-12-31", "市人社局"), ("2027-01-01", "市人社局(新)"),
            ("2030-01-01", "市人社局(新)"),
        ]
    )
    func dated(day: String, name: String?) throws {
        var authority = Self.kept
        _ = try authority.handle(.change(Self.second, on: Sample.monday))
        #expect(authority.version(on: Sample.day(day))?.name == name)
    }

    @Test("takes filings or supervises them")
    func kinds() {
        let rows: [Decision<FilingAddressee>] = [
            .given(
                .unaddressed,
                when: .address(filing: Sample.generalID, to: .provinceCentre, on: Sample.monday),
                then: .addressed(filing: Sample.generalID, to: .provinceCentre, on: Sample.monday)
            ),
            .given(
                .unaddressed,
                when: .address(filing: Sample.generalID, to: .bureau, on: Sample.monday),
                refused: .takesNoFilings
            ),
            .given(.addressed(.centre), when: .address(filing: Sample.generalID, to: .centre, on: Sample.monday)),
            .given(
                .addressed(.centre),
                when: .address(filing: Sample.generalID, to: .provinceCentre, on: Sample.monday),
                refused: .addressedElsewhere
            ),
        ]
        for row in rows { row.verify() }
    }
}
