import Foundation
import Kernel
import Testing

private struct Letters: ImportedList {
    struct Order: Codable, Hashable, Sendable { let round: String }
    struct Progress: ImportCount { var lastRow = 0 }

    static let over = "evaluation.import-over"
}

@Suite("A file that is entered")
struct FileImportTests {
    private typealias File = FileImport<Letters>

    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let order = Letters.Order(round: "r")
    private static let some = Letters.Progress(lastRow: 7)
    private static let problem = FieldProblem(field: "file", code: "x.broken")

    private static let running = File.running(order: order, progress: some)
    private static let over: [File] = [
        .finished(order: order, progress: some, at: now), .cancelled(order: order, progress: some, at: now),
        .failed(order: order, progress: some, problem: problem, at: now),
    ]

    @Test("runs once it came, and is over when it ends, breaks or is stopped")
    func runs() throws {
        var file = File.initial
        #expect(file.order == nil && file.progress.lastRow == 0)
        let received = try file.handle(.receive(order: Self.order))
        #expect(received == [.received(order: Self.order)])
        _ = try file.handle(.advance(Self.some, isEnd: false, at: Self.now))
        #expect(file == Self.running && file.ending == nil)
        let commands: [File.Command] = [
            .advance(Self.some, isEnd: true, at: Self.now), .cancel(at: Self.now), .fail(Self.problem, at: Self.now),
        ]
        for (command, over) in zip(commands, Self.over) {
            var file = Self.running
            _ = try file.handle(command)
            #expect(file == over && file.phase != .running && file.ending?.at == Self.now)
        }
    }

    @Test("that is over refuses people, and what comes late changes nothing")
    func isOver() throws {
        for file in Self.over {
            #expect(throws: File.Rejection.over) { try file.decide(.receive(order: Self.order)) }
            #expect(throws: File.Rejection.over) { try file.decide(.cancel(at: Self.now)) }
            let late = try file.decide(.advance(Self.some, isEnd: true, at: Self.now))
            #expect(late.isEmpty)
        }
        #expect(throws: File.Rejection.over) { try Self.running.decide(.receive(order: Self.order)) }
        #expect(File.Rejection.over.code == "evaluation.import-over")
    }

    @Test("is written as it was when each service had its own")
    func bytes() throws {
        let kept = #"{"running":{"order":{"round":"r"},"progress":{"lastRow":7}}}"#
        #expect(try JSONDecoder().decode(File.self, from: Data(kept.utf8)) == Self.running)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try String(decoding: encoder.encode(Self.running), as: UTF8.self) == kept)
        let event = File.Event.received(order: Self.order)
        #expect(
            try String(decoding: encoder.encode(event), as: UTF8.self) == #"{"received":{"order":{"round":"r"}}}"#
        )
    }
}
