import Foundation
import Kernel
import Testing

/// The checker of the crash tests must see what it is there to see.
@Suite("The ledger")
struct LedgerTests {
    private static let subject = NewID.v7()

    private static func sound() -> Ledger {
        Ledger(
            told: [subject: 3],
            effects: ["1", "2", "3"].map { (subject, $0) },
            journal: [subject: [1, 2, 3]],
            archived: 3,
            inbox: 3,
            positions: [subject: 3],
            leftovers: ["outbox": 0, "deferred": 0]
        )
    }

    @Test("finds nothing wrong where all is well")
    func sound() {
        #expect(Self.sound().breaches == [])
    }

    @Test(
        "finds what a hearer without a check for twins, without order or without memory would do",
        arguments: [
            (["1", "2", "2", "3"], "applied twice"), (["1", "1", "2", "2", "3", "3"], "applied twice"),
            (["1", "3"], "lost"), ([], "lost"), (["2", "1", "3"], "out of order"),
            (["1", "2", "3", "4"], "never told"),
        ]
    )
    func doctoredEffects(words: [String], breach: String) {
        var ledger = Self.sound()
        ledger.effects = words.map { (Self.subject, $0) }
        #expect(ledger.breaches.contains { $0.hasPrefix(breach) })
    }

    @Test("finds what is left on the way, told to nobody, or missing in a history")
    func doctoredBooks() {
        var ledger = Self.sound()
        ledger.leftovers["outbox"] = 1
        #expect(ledger.breaches == ["outbox: 1"])
        ledger = Self.sound()
        ledger.effects.append((NewID.v7(), "1"))
        #expect(ledger.breaches.contains { $0.hasPrefix("never told") })
        ledger = Self.sound()
        ledger.journal[Self.subject] = [1, 3]
        #expect(ledger.breaches.contains { $0.hasPrefix("another history") })
        ledger = Self.sound()
        ledger.inbox = 4
        #expect(ledger.breaches.contains { $0.hasPrefix("the inbox knows") })
    }
}
