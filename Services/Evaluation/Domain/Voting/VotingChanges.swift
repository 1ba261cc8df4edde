import Foundation

extension Voting {
    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .prepared(let round, let attempt, let rule, let at)):
            self = .preparing(poll: Poll(round: round, attempt: attempt, rule: rule, preparedAt: at))
        case (.preparing(var poll), .officerReplaced(let replacement)):
            poll.rule = poll.rule.opened(by: replacement.officer, insteadOf: replacement.left.account)
            poll.keys.removeAll { $0.account == replacement.left.account }
            poll.replacements = (poll.replacements ?? []) + [replacement]
            self = .preparing(poll: poll)
        case (.open(var poll), .putOff(let longer)):
            poll.electorate = poll.electorate?.closing(at: longer.closesAt)
            poll.extensions = (poll.extensions ?? []) + [longer]
            self = .open(poll: poll)
        case (.preparing(var poll), .keyTaken(let key)):
            poll.keys = poll.keys.filter { $0.account != key.account } + [key]
            self = .preparing(poll: poll)
        case (.preparing(var poll), .opened(let electorate)):
            poll.electorate = electorate
            self = .open(poll: poll)
        case (.open(var poll), .signedIn(let account, let at)):
            poll.present = (poll.present + [Attendance(account: account, at: at)]).sorted { $0.account < $1.account }
            self = .open(poll: poll)
        case (.open(var poll), .voted(let account)):
            poll.voted = (poll.voted + [account]).sorted()
            self = .open(poll: poll)
        case (.open(var poll), .closed(let box)):
            poll.box = box
            self = .closed(poll: poll)
        case (.closed(var poll), .failed(let failure)):
            poll.failure = failure
            self = .failed(poll: poll)
        case (.closed(var poll), .stoodIn(let standing)):
            poll.standingIn = (poll.standingIn ?? []) + [standing]
            self = .closed(poll: poll)
        case (.peeled(var poll), .stoodIn(let standing)):
            poll.standingIn = (poll.standingIn ?? []) + [standing]
            self = .peeled(poll: poll)
        case (.closed(var poll), .peeled(let box)):
            poll.peel = box
            self = .peeled(poll: poll)
        case (.peeled(var poll), .counted(let result, _, let at)):
            poll.result = result
            poll.countedAt = at
            self = .counted(poll: poll)
        case (_, .annulled(let annulment)):
            guard !isOver, var poll else { return }
            poll.annulment = annulment
            self = .annulled(poll: poll)
        case (_, .officerReplaced), (_, .putOff), (_, .keyTaken), (_, .opened), (_, .signedIn), (_, .voted),
            (_, .closed), (_, .failed), (_, .stoodIn), (_, .peeled), (_, .counted):
            break
        }
    }
}
