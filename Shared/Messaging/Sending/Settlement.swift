import AMQP

/// What became of the rows of one batch.
struct Settlement: Sendable {
    /// A row that stays, and why.
    struct Left: Sendable {
        let id: Int
        let error: String
    }

    private(set) var confirmed: [Int] = []
    /// Rows nobody hears: archived without being sent.
    let unsent: [Int]
    /// Rows the broker will never take: parked for a person.
    private(set) var refused: [Left] = []
    /// Rows to be sent again.
    private(set) var waiting: [Left] = []

    /// Whether there is nothing to write down.
    var isEmpty: Bool { confirmed.isEmpty && unsent.isEmpty && refused.isEmpty && waiting.isEmpty }

    init(unsent: [Int]) {
        self.unsent = unsent
    }

    mutating func note(_ outcome: PublishOutcome, of row: Int) {
        switch outcome {
        case .confirmed: confirmed.append(row)
        case .nacked: waiting.append(Left(id: row, error: "nacked"))
        case .returned(let code, let text): waiting.append(Left(id: row, error: "returned \(code) \(text)"))
        case .refused(406, let text): refused.append(Left(id: row, error: "refused 406 \(text)"))
        // A missing exchange or right (403, 404) is the topology's fault, and it can be mended.
        case .refused(let code, let text): waiting.append(Left(id: row, error: "refused \(code) \(text)"))
        case .tooLarge(let what): refused.append(Left(id: row, error: "too large: \(what)"))
        case .unknown: waiting.append(Left(id: row, error: "no confirm"))
        }
    }
}
