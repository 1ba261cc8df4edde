import Foundation

extension Upload.Progress {
    /// Whether the province may have it, as far as is known: what it rejected or took out it has not.
    package var isThere: Bool {
        var (isThere, takingBack) = (false, 0)
        for step in trail {
            switch step.stage {
            case .sent, .accepted, .visibleInProvince, .visibleNationally: isThere = true
            case .withdrawing: takingBack = step.revision
            // Where it did not take it out, it is there still.
            case .rejected: isThere = isThere && step.revision == takingBack
            case .withdrawn: isThere = false
            case .queued, .resubmitted, .refused, .shelved, .withdrawalSent, .withdrawalRefused: break
            }
        }
        return isThere
    }

    /// What follows from a sending that was handed over; it may have been made anew since.
    func send(_ sent: Int, at: Date) -> [Upload.Event] {
        if stage.isWaiting, sent == revision { return [.sent(at: at)] }
        let isKnown = trail.contains { $0.revision == sent && ($0.stage == .sent || $0.stage == .withdrawalSent) }
        return isKnown || sent > revision ? [] : [.sentBefore(revision: sent, at: at)]
    }

    /// What follows from that it may not be there; what the province would not take out is asked for once more on somebody's word.
    func withdraw(_ reason: String, mayBeThere: Bool, isAgain: Bool, at: Date) -> [Upload.Event] {
        switch stage {
        case .withdrawalRefused: isAgain || reason != withdrawal ? [.withdrawalMade(reason: reason, at: at)] : []
        case .withdrawing, .withdrawalSent, .withdrawn: []
        case .queued, .resubmitted:
            isThere || mayBeThere ? [.withdrawalMade(reason: reason, at: at)] : [.shelved(reason: reason, at: at)]
        case .sent, .accepted, .visibleInProvince, .visibleNationally: [.withdrawalMade(reason: reason, at: at)]
        case .rejected, .refused, .shelved: isThere ? [.withdrawalMade(reason: reason, at: at)] : []
        }
    }

    /// What an answer makes of it: nothing where it is late or told before, a contradiction where it cannot be so.
    func hear(_ receipt: Receipt) -> [Upload.Event] {
        if let contradiction = contradiction(of: receipt) {
            let known = contradictions.contains(Self.key(receipt, contradiction))
            return known ? [] : [.contradicted(receipt, by: contradiction)]
        }
        guard receipt.revision == revision else { return [] }
        let brings = reached(by: receipt)
        switch brings {
        case .rejected, .withdrawn, .withdrawalRefused: return stage == brings ? [] : [.heard(receipt)]
        case .sent where stage.isWaiting: return [.heard(receipt)]
        default: return brings.reach > stage.reach || bringsNumber(receipt) ? [.heard(receipt)] : []
        }
    }

    /// The stage an answer to the last sending leads to, which may have asked to take it out.
    private func reached(by receipt: Receipt) -> Upload.Stage {
        guard withdrawal != nil else { return receipt.outcome.stage }
        return switch receipt.outcome {
        case .received: .withdrawalSent
        case .rejected: .withdrawalRefused
        case .accepted, .visibleInProvince, .visibleNationally, .withdrawn: receipt.outcome.stage
        }
    }

    /// The first number told, and the first after one that could not be taken.
    private func bringsNumber(_ receipt: Receipt) -> Bool {
        guard receipt.outcome.stage.isTaken, let told = receipt.number else { return false }
        return number == nil || numberRefusal != nil && told != number
    }

    private func contradiction(of receipt: Receipt) -> Upload.Contradiction? {
        guard receipt.revision <= revision, receipt.revision > 0 else { return .revision }
        let brings = receipt.outcome.stage
        guard receipt.revision == revision else {
            // What was said of an earlier sending is late, unless that one had been rejected.
            let wasRejected = trail.contains { $0.revision == receipt.revision && $0.stage == .rejected }
            return brings.isTaken && wasRejected ? .outcome : nil
        }
        // Nobody takes back what was not asked for, nor takes in what was.
        guard (brings == .withdrawn) == (withdrawal != nil) || !(brings == .withdrawn || brings.isTaken) else {
            return .outcome
        }
        if brings == .rejected, stage.isTaken || stage == .withdrawn { return .outcome }
        if brings.isTaken || brings == .withdrawn, stage == .rejected { return .outcome }
        if brings.isTaken, let number, let told = receipt.number, told != number, numberRefusal == nil {
            return .number
        }
        return nil
    }

    private static func key(_ receipt: Receipt, _ contradiction: Upload.Contradiction) -> String {
        [contradiction.rawValue, String(receipt.revision), receipt.outcome.rawValue, receipt.number ?? ""]
            .joined(separator: "/")
    }

    mutating func apply(_ event: Upload.Event) {
        switch event {
        case .queued: break
        case .resubmitted(let digest, let told, let at, let submissions):
            revision += 1
            self.digest = digest
            if let told { replace(number: told, at: at, by: nil, reason: "重新上传时的编号") }
            self.submissions = submissions
            (reason, withdrawal) = (nil, nil)
            reach(.resubmitted, at: at)
        case .sent(let at): reach(withdrawal == nil ? .sent : .withdrawalSent, at: at)
        case .sentBefore(let revision, let at):
            trail.append(Upload.Step(stage: .sent, revision: revision, at: at, source: nil, reason: nil))
        case .shelved(let reason, let at):
            self.reason = reason
            reach(.shelved, at: at, nil, reason)
        case .withdrawalMade(let reason, let at):
            revision += 1
            (self.reason, withdrawal) = (reason, reason)
            reach(.withdrawing, at: at, nil, reason)
        case .refused(let reason, let at):
            self.reason = reason
            reach(withdrawal == nil ? .refused : .withdrawalRefused, at: at, nil, reason)
        case .heard(let receipt): hear(taking: receipt)
        case .contradicted(let receipt, let contradiction):
            contradictions.insert(Self.key(receipt, contradiction))
        case .numberDoubted(let code): numberRefusal = code
        case .renumbered(let number, let by, let reason, let at):
            replace(number: number, at: at, by: by, reason: reason)
        }
    }

    private mutating func hear(taking receipt: Receipt) {
        if bringsNumber(receipt), let told = receipt.number {
            replace(number: told, at: receipt.at, by: nil, reason: numberRefusal ?? "")
        }
        // Why it is taken back stays, whatever is said on the way.
        reason = receipt.outcome == .rejected ? receipt.reason : withdrawal
        let reached = reached(by: receipt)
        guard reached != stage else { return }
        reach(reached, at: receipt.at, receipt.source, receipt.reason)
    }

    private mutating func replace(number told: String, at: Date, by account: String?, reason: String) {
        if let number, number != told {
            formerNumbers = (formerNumbers ?? []) + [.init(number: number, until: at, by: account, reason: reason)]
        }
        (number, numberRefusal) = (told, nil)
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
