import Foundation

extension Upload.Progress {
    /// What an answer makes of it: nothing where it is late or told before, a contradiction where it cannot be so.
    func hear(_ receipt: Receipt) -> [Upload.Event] {
        if let contradiction = contradiction(of: receipt) {
            let known = contradictions.contains(Self.key(receipt, contradiction))
            return known ? [] : [.contradicted(receipt, by: contradiction)]
        }
        guard receipt.revision == revision else { return [] }
        let brings = receipt.outcome.stage
        let bringsNumber = number == nil && receipt.number != nil && brings.isTaken
        switch brings {
        case .rejected: return stage == .rejected ? [] : [.heard(receipt)]
        case .sent where stage.isWaiting: return [.heard(receipt)]
        default: return brings.reach > stage.reach || bringsNumber ? [.heard(receipt)] : []
        }
    }

    private func contradiction(of receipt: Receipt) -> Upload.Contradiction? {
        guard receipt.revision <= revision, receipt.revision > 0 else { return .revision }
        let brings = receipt.outcome.stage
        // An earlier sending was rejected, or it would not have been sent again.
        guard receipt.revision == revision else { return brings.isTaken ? .outcome : nil }
        if brings == .rejected, stage.isTaken { return .outcome }
        if brings.isTaken, stage == .rejected { return .outcome }
        if brings.isTaken, let number, let told = receipt.number, told != number { return .number }
        return nil
    }

    private static func key(_ receipt: Receipt, _ contradiction: Upload.Contradiction) -> String {
        [contradiction.rawValue, String(receipt.revision), receipt.outcome.rawValue, receipt.number ?? ""]
            .joined(separator: "/")
    }

    mutating func apply(_ event: Upload.Event) {
        switch event {
        case .queued: break
        case .resubmitted(let digest, let number, let at):
            revision += 1
            self.digest = digest
            self.number = number ?? self.number
            reason = nil
            reach(.resubmitted, at: at)
        case .sent(let at): reach(.sent, at: at)
        case .heard(let receipt):
            number = number ?? (receipt.outcome.stage.isTaken ? receipt.number : nil)
            reason = receipt.outcome == .rejected ? receipt.reason : nil
            guard receipt.outcome.stage != stage else { return }
            reach(receipt.outcome.stage, at: receipt.at, receipt.source, receipt.reason)
        case .contradicted(let receipt, let contradiction):
            contradictions.insert(Self.key(receipt, contradiction))
        }
    }

    private mutating func reach(
        _ stage: Upload.Stage,
        at: Date,
        _ source: Receipt.Source? = nil,
        _ reason: String? = nil
    ) {
        self.stage = stage
        trail.append(Upload.Step(stage: stage, revision: revision, at: at, source: source, reason: reason))
    }
}
