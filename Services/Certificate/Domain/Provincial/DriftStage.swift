extension Drift {
    /// Where a difference stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case open
        case settled
        case vanished

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .open: "待处理"
            case .settled: "已处理"
            case .vanished: "已自行消除"
            }
        }
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .open: .open
        case .settled: .settled
        case .vanished: .vanished
        }
    }

    /// What was found; nil before its first event.
    package var finding: Finding? {
        switch self {
        case .absent: nil
        case .open(let finding), .settled(let finding, _), .vanished(let finding, _): finding
        }
    }

    /// How it was settled, where it was.
    package var settlement: Settlement? {
        guard case .settled(_, let settlement) = self else { return nil }
        return settlement
    }
}
