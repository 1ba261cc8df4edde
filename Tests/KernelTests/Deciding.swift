import Kernel
import Testing

@Suite("A decider")
struct Deciding {
    struct Door: Decider, Equatable {
        enum Command { case open, shut }
        enum Event: Equatable { case opened, shut }
        enum Rejection: Kernel.Rejection, Hashable {
            case alreadyOpen
            var code: String { "door.already-open" }
        }
        var isOpen = false
        static var initial: Door { Door() }

        func decide(_ command: Command) throws(Rejection) -> [Event] {
            switch (isOpen, command) {
            case (false, .open): [.opened]
            case (true, .open): throw .alreadyOpen
            case (true, .shut): [.shut]
            case (false, .shut): []
            }
        }

        mutating func apply(_ event: Event) { isOpen = event == .opened }
    }

    @Test("applies what it decided, and nothing when it refuses")
    func handles() throws {
        var door = Door.initial
        #expect(try door.handle(.shut) == [])
        #expect(try door.handle(.open) == [.opened])
        #expect(door.isOpen)
        #expect(throws: Door.Rejection.alreadyOpen) { try door.handle(.open) }
        #expect(door == Door(isOpen: true))
    }

    @Test("refuses with a code, and arguments only where it has any")
    func rejections() {
        #expect(Door.Rejection.alreadyOpen.arguments == [:])
        #expect(NotFound("round").arguments == ["what": "round"])
        #expect(VersionMismatch(expected: 3, actual: 4).arguments == ["expected": "3", "actual": "4"])
        let problem = FieldProblem(field: "idNumber", IdentifierError.length(expected: 18, found: 17))
        #expect(problem.code == "identifier.length")
        #expect(problem.arguments == ["expected": "18", "found": "17"])
        #expect(
            InvalidInput(field: "name", code: "common.required").problems == [
                FieldProblem(field: "name", code: "common.required")
            ]
        )
    }
}
