import Testing

@testable import Operator

@Suite("Waiting")
struct Waiting {
    @Test("goes on until there is an answer")
    func goesOn() async throws {
        var attempts = 0
        let patience = Patience(first: .zero, longest: .zero)
        let answer = try await patience.wait(for: "答案") { () -> Attempt<Int> in
            attempts += 1
            return attempts < 4 ? .notYet("第\(attempts)次") : .answer(attempts)
        }
        #expect(answer == 4)
    }

    @Test("ends with the last reason when its time is over")
    func ends() async {
        let error = await #expect(throws: OperatorError.self) {
            try await Patience(limit: .zero).wait(for: "答案") { () -> Attempt<Int> in .notYet("还没有连上") }
        }
        #expect(error?.description.contains("还没有连上") == true)
    }

    @Test("ends at once with what an attempt throws")
    func endsAtOnce() async {
        await #expect(throws: Problem.self) {
            try await Patience().wait(for: "答案") { () -> Attempt<Int> in
                throw Problem(status: 409, json: ["code": "x"], text: "")
            }
        }
    }
}
