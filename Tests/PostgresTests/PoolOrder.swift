import Testing

@testable import Postgres

@Suite("The order of a pool")
struct PoolOrder {
    private func connection(_ answer: PoolState<String, Int>.Answer) -> String? {
        if case .use(let connection) = answer { connection } else { nil }
    }

    @Test("is the order of asking, also for one that asks while a connection comes back")
    func fair() {
        var state = PoolState<String, Int>(size: 1)
        guard case .make = state.request(1) else { return #expect(Bool(false), "there was room") }
        guard case .wait(let second) = state.request(2), case .wait = state.request(3), case .wait = state.request(4)
        else {
            return #expect(Bool(false), "there was no room")
        }
        #expect(state.withdraw(second) == 2)
        #expect(state.withdraw(second) == nil)
        #expect(state.giveBack("a") == 3)
        guard case .wait = state.request(5) else { return #expect(Bool(false), "4 comes first") }
        #expect(state.giveBack("a") == 4)
        #expect(state.giveBack("a") == 5)
        #expect(state.giveBack("a") == nil)
        #expect(connection(state.request(6)) == "a")
    }

    @Test("ends when the pool is closed")
    func closed() {
        var state = PoolState<String, Int>(size: 1)
        _ = state.request(1)
        _ = state.request(2)
        #expect(state.close() == [2])
        guard case .closed = state.request(3) else { return #expect(Bool(false), "it is closed") }
        #expect(!state.isQuiet)
        #expect(state.giveBack("a") == nil)
        #expect(state.isQuiet)
        #expect(state.takeIdle() == ["a"])
    }
}
