import EvaluationDomain
import Foundation
import Kernel
import Testing

@testable import EvaluationService

@Suite("A draw")
struct DrawProperties {
    @Test("takes whoever comes first and lets the panel be what the plan asks for", arguments: 0..<300)
    func choosing(seed: UInt64) throws {
        var numbers = SteadyNumbers(seed)
        let occupations = Array(Sample.occupations.prefix(Int.random(in: 0...4, using: &numbers)))
        let pool = (1...UInt8.random(in: 5...11, using: &numbers)).map { number in
            PanelSample.member(
                number,
                origin: Bool.random(using: &numbers) ? .own : .invited,
                occupations: Sample.occupations.filter { _ in Int.random(in: 0..<3, using: &numbers) == 0 }
            )
        }
        let makeUp = PanelMakeUp(
            size: 5,
            isDrawn: true,
            outside: Int.random(in: 0...3, using: &numbers),
            occupations: occupations
        )
        // By trying all, the first that fits in the order of places.
        let best = Self.panels(of: 5, from: pool.count).first { places in
            (try? makeUp.check(places.map { pool[$0] })) != nil
        }
        if let best {
            #expect(try PanelDraw.choose(from: pool, for: makeUp) == best.map { pool[$0] })
        } else {
            #expect(throws: Panel.Rejection.self) { try PanelDraw.choose(from: pool, for: makeUp) }
        }
    }

    /// All ways to take so many places, in the order of dictionaries.
    private static func panels(of size: Int, from count: Int, after start: Int = 0) -> [[Int]] {
        guard size > 0 else { return [[]] }
        guard count - start >= size else { return [] }
        return (start..<count).flatMap { first in
            panels(of: size - 1, from: count, after: first + 1).map { [first] + $0 }
        }
    }

    @Test("says what the pool lacks")
    func lacking() {
        let pool = (1...6).map { PanelSample.member($0) }
        let fitter = Sample.occupation("钳工", "6-20-01-01")
        let rows: [(PanelMakeUp, Panel.Rejection)] = [
            (PanelMakeUp(size: 7, isDrawn: true), .poolTooSmall(needed: 7, count: 6)),
            (PanelMakeUp(size: 5, isDrawn: true, outside: 1), .tooFewOutside(needed: 1, count: 0)),
            (PanelMakeUp(size: 5, isDrawn: true, occupations: [fitter]), .uncovered(occupation: "钳工")),
        ]
        for (makeUp, refusal) in rows {
            #expect(throws: refusal) { try PanelDraw.choose(from: pool, for: makeUp) }
        }
    }

    @Test("is announced, carried out once, and leaves reserves in the drawn order")
    func course() throws {
        let makeUp = PanelMakeUp(size: 5, isDrawn: true)
        let commitment = DrawCommitment(
            digest: "d",
            sealedSeed: "s",
            pool: (1...9).map { PanelSample.member($0) },
            makeUp: makeUp,
            reserves: 2,
            by: "hr-1",
            at: PanelSample.now
        )
        var panel = Panel.absent
        _ = try panel.handle(.announceDraw(commitment))
        #expect(throws: Panel.Rejection.drawAnnounced) { try panel.decide(.announceDraw(commitment)) }
        #expect(panel.seats == nil)
        let order = (1...9).reversed().map { Sample.id($0) }
        let record = DrawRecord(
            commitment: commitment,
            seed: "seed",
            word: "w",
            witness: "纪委",
            order: order,
            by: "hr-1",
            at: PanelSample.now
        )
        _ = try panel.handle(.draw(record))
        let sitting = try panel.sitting()
        #expect(sitting.members.compactMap(\.expert) == (5...9).reversed().map { Sample.id($0) })
        #expect(sitting.reserves.compactMap(\.expert) == [Sample.id(4), Sample.id(3)])
        #expect(throws: Panel.Rejection.alreadyFormed) { try panel.decide(.draw(record)) }
        #expect(throws: Panel.Rejection.reserveFirst(name: "委员4")) {
            try panel.decide(
                .replace(
                    "expert-9",
                    by: PanelSample.member(3),
                    cause: .gone,
                    reason: "离职",
                    actor: "hr-1",
                    at: PanelSample.now,
                    unfit: []
                )
            )
        }
        _ = try panel.handle(
            .replace(
                "expert-9",
                by: nil,
                cause: .gone,
                reason: "离职",
                actor: "hr-1",
                at: PanelSample.now,
                unfit: [Sample.id(4)]
            )
        )
        #expect(try panel.sitting().members.first?.account == "expert-3")
        #expect(try panel.sitting().reserves.map(\.account) == ["expert-4"])
    }
}
