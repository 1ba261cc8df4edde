import FilingDomain
import Foundation
import TestSupport
import Testing

@Suite("An import of filings")
struct FilingImportDecisions {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)
    private static let order = ImportOrder(
        fileName: "名册.xlsx",
        digest: "00",
        rows: 3,
        filings: 2,
        isRehearsal: false,
        authority: .centre,
        by: "centre",
        at: now
    )
    private static let half = ImportProgress(entered: 1)
    private static let running = FilingImport.running(order: order, progress: ImportProgress())
    private static let midway = FilingImport.running(order: order, progress: half)
    private static let finished = FilingImport.finished(order: order, progress: half + half, at: now)
    private static let cancelled = FilingImport.cancelled(order: order, progress: half, at: now)

    static let table: [Decision<FilingImport>] = [
        .given(.notReceived, when: .receive(order: order), then: .received(order: order)),
        .given(.notReceived, when: .advance(half, at: now)),
        .given(.notReceived, when: .cancel(at: now), refused: .over),
        .given(running, when: .receive(order: order), refused: .over),
        .given(running, when: .advance(half, at: now), then: .advanced(by: half)),
        .given(midway, when: .advance(half, at: now), then: .advanced(by: half), .finished(at: now)),
        .given(running, when: .cancel(at: now), then: .cancelled(at: now)),
        .given(finished, when: .receive(order: order), refused: .over),
        .given(finished, when: .advance(half, at: now)), .given(finished, when: .cancel(at: now), refused: .over),
        .given(cancelled, when: .receive(order: order), refused: .over),
        .given(cancelled, when: .advance(half, at: now)), .given(cancelled, when: .cancel(at: now), refused: .over),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Decision<FilingImport>) { row.verify() }
}
