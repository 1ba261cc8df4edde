@testable import AMQP
import Testing

@Suite("The confirm window")
struct ConfirmWindowTests {
    enum Step {
        case send(Int)
        case ack(UInt64), ackThrough(UInt64), nack(UInt64), back(UInt64), abandon, close(alone: Bool)
    }

    struct Story: CustomTestStringConvertible {
        let testDescription: String
        var limit = 10
        let steps: [Step]
        let settled: [String]
        let outstanding: Int
    }

    static let stories = [
        Story(
            testDescription: "one by one",
            steps: [.send(3), .ack(1), .ack(2), .ack(3)],
            settled: ["1 confirmed", "2 confirmed", "3 confirmed"],
            outstanding: 0
        ),
        Story(
            testDescription: "many at once",
            steps: [.send(5), .ackThrough(3)],
            settled: ["1 confirmed", "2 confirmed", "3 confirmed"],
            outstanding: 2
        ),
        Story(
            testDescription: "zero stands for all",
            steps: [.send(2), .ackThrough(0)],
            settled: ["1 confirmed", "2 confirmed"],
            outstanding: 0
        ),
        Story(
            testDescription: "out of order, then many at once",
            steps: [.send(4), .ack(3), .nack(2), .ackThrough(4)],
            settled: ["3 confirmed", "2 nacked", "1 confirmed", "4 confirmed"],
            outstanding: 0
        ),
        Story(
            testDescription: "twice says it once",
            steps: [.send(2), .ack(1), .ack(1), .ackThrough(1)],
            settled: ["1 confirmed"],
            outstanding: 1
        ),
        Story(
            testDescription: "what came back stays so",
            steps: [.send(3), .back(2), .ackThrough(3)],
            settled: ["1 confirmed", "2 returned", "3 confirmed"],
            outstanding: 0
        ),
        Story(
            testDescription: "abandoned numbers are still taken",
            steps: [.send(2), .abandon, .send(1), .ackThrough(3)],
            settled: ["1 unknown", "2 unknown", "3 confirmed"],
            outstanding: 0
        ),
        Story(
            testDescription: "the end makes the rest unknown",
            steps: [.send(3), .ack(2), .close(alone: true)],
            settled: ["2 confirmed", "1 unknown", "3 unknown"],
            outstanding: 0
        ),
        Story(
            testDescription: "only one alone is refused",
            steps: [.send(2), .ack(1), .close(alone: true)],
            settled: ["1 confirmed", "2 refused"],
            outstanding: 0
        ),
        Story(
            testDescription: "around the ring many times",
            limit: 2,
            steps: (1...50).flatMap { [.send(1), .ack(UInt64($0))] },
            settled: (1...50).map { "\($0) confirmed" },
            outstanding: 0
        ),
    ]

    @Test("settles each message once, as the broker said", arguments: stories)
    func settles(_ story: Story) throws {
        var window = ConfirmWindow<UInt64>(limit: story.limit)
        var settled: [String] = []
        func note(_ number: UInt64, _ outcome: PublishOutcome) {
            let word = "\(outcome)".prefix { $0 != "(" }
            settled.append("\(number) \(word)")
        }
        for step in story.steps {
            switch step {
            case .send(let count): for _ in 0..<count { window.append(window.next, at: .now) }
            case .ack(let number): try window.settle(number, multiple: false, as: .confirmed, note)
            case .ackThrough(let number): try window.settle(number, multiple: true, as: .confirmed, note)
            case .nack(let number): try window.settle(number, multiple: false, as: .nacked, note)
            case .back(let number):
                let isKnown = window.markReturned(number, .returned(code: 312, text: "NO_ROUTE"))
                #expect(isKnown)
            case .abandon: window.abandon(note)
            case .close(let alone): window.close(alone: alone ? .refused(code: 404, text: "") : nil, note)
            }
        }
        #expect(settled == story.settled)
        #expect(window.outstanding == story.outstanding)
        #expect(window.isFull == false)
    }

    @Test("is full at its limit, and an old number without an answer holds the ring")
    func full() throws {
        var window = ConfirmWindow<UInt64>(limit: 4)
        for _ in 0..<4 { window.append(window.next, at: .now) }
        #expect(window.isFull && !window.hasRoom)
        try window.settle(4, multiple: false, as: .confirmed) { _, _ in }
        #expect(!window.isFull)
        for _ in 0..<4 {
            window.append(window.next, at: .now)
            try window.settle(window.next - 1, multiple: false, as: .confirmed) { _, _ in }
        }
        #expect(window.outstanding == 3)
        #expect(window.isFull, "numbers 1 to 8 are all the ring can tell apart")
    }

    @Test("refuses answers and returns for what was never sent")
    func neverSent() throws {
        var window = ConfirmWindow<UInt64>(limit: 4)
        window.append(1, at: .now)
        #expect(throws: AMQPError.self) { try window.settle(2, multiple: false, as: .confirmed) { _, _ in } }
        let known = [window.markReturned(2, .nacked), window.markReturned(0, .nacked)]
        #expect(known == [false, false])
    }

    @Test("waits between attempts to connect with full jitter, below a bound from 100 ms to 10 s")
    func backoff() {
        var backoff = Backoff()
        for bound in [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000] {
            #expect(backoff.bound == .milliseconds(bound))
            let wait = backoff.next()
            #expect(wait >= .zero && wait <= .milliseconds(bound))
        }
        backoff.reset()
        #expect(backoff.bound == .milliseconds(100))
    }
}
