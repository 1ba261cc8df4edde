import Kernel

extension ExitCase {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notOpened, .open(let file)): return [.opened(file: file)]
        case (.open, .open), (.dropped, .open), (.decided, .open), (.setAside, .open): throw .alreadyOpened
        case (.notOpened, _): throw .notOpened
        case (.open(let file), _): return try Self.decide(command, on: file)
        case (.dropped, .publish), (.dropped, .setAside), (.dropped, .takeDown): throw .notDecided
        case (.decided(_, let decision), .publish(let day)):
            guard decision.outcome != .keep else { throw .notPublishable }
            guard decision.publishedOn == nil else { throw .alreadyPublished }
            return [.published(on: day)]
        case (.decided(_, let decision), .setAside(let undoing)):
            guard decision.outcome != .keep else { throw .nothingToUndo }
            return [.setAside(undoing: undoing)]
        case (.decided, .takeDown): throw .notSetAside
        case (.setAside, .publish), (.setAside, .setAside): throw .alreadySetAside
        case (.setAside(_, let decision, _), .takeDown(let how)):
            guard decision.publishedOn != nil else { throw .notPublished }
            guard decision.takenDown == nil else { throw .alreadyTakenDown }
            return [.takenDown(how: how)]
        case (.dropped, _), (.decided, _), (.setAside, _): throw .closed
        }
    }

    /// What can be done while the case is open.
    private static func decide(_ command: Command, on file: ExitFile) throws(Rejection) -> [Event] {
        switch command {
        case .open: throw .alreadyOpened
        case .tell(let notice):
            guard file.service == nil else { throw .alreadyServed }
            return [.told(notice: notice)]
        case .serve(let service, let today):
            guard let notice = file.notice else { throw .notTold }
            guard file.service == nil else { throw .alreadyServed }
            guard notice.on <= service.on, service.on <= today else {
                throw .serviceDay(from: notice.on, today: today)
            }
            return [.served(service: service)]
        case .state(let statement):
            guard file.service != nil else { throw .notServed }
            return [.stated(statement: statement)]
        case .requestHearing(let request, let until):
            guard file.service != nil else { throw .notServed }
            guard !file.isHearingWanted else { throw .hearingAlreadyRequested }
            // A day that may still move is no ground to turn somebody away.
            guard request.on <= until.lastDay || until.isProvisional else {
                throw .hearingLate(through: until.lastDay)
            }
            return [.hearingRequested(request: request)]
        case .withdrawHearing(let day):
            guard file.isHearingWanted, file.minutes == nil else { throw .hearingNotRequested }
            return [.hearingWithdrawn(on: day)]
        case .callHearing(let hearing, let earliest): return [try file.called(hearing, earliest)]
        case .keepMinutes(let minutes):
            guard let hearing = file.hearing else { throw .hearingNotCalled }
            guard minutes.on >= hearing.heldOn else { throw .hearingNotHeld(on: hearing.heldOn) }
            return [.minutesKept(minutes: minutes)]
        case .decide(let decision, let hearing): return [try file.decided(decision, hearing)]
        case .drop(let reasons, let day): return [.dropped(reasons: reasons, on: day)]
        case .publish, .setAside, .takeDown: throw .notDecided
        }
    }
}

extension ExitFile {
    /// Whether the enterprise wants to be heard.
    package var isHearingWanted: Bool { hearingRequest.map { $0.withdrawnOn == nil } ?? false }

    /// Whether the enterprise has said that it asks for no hearing, or took its request back.
    package var isHearingWaived: Bool {
        hearingRequest?.withdrawnOn != nil || statements.contains(where: \.waivesHearing)
    }

    fileprivate func called(
        _ hearing: Hearing,
        _ earliest: Deadline
    ) throws(ExitCase.Rejection) -> ExitCase.Event {
        guard isHearingWanted else { throw .hearingNotRequested }
        guard minutes == nil else { throw .closed }
        guard hearing.chair.isSomebodyElse(than: investigator) else { throw .chairInvestigated }
        guard hearing.heldOn >= earliest.lastDay else {
            throw .hearingTooSoon(earliest: earliest.lastDay, isProvisional: earliest.isProvisional)
        }
        return .hearingCalled(hearing: hearing)
    }

    fileprivate func decided(
        _ decision: ExitDecision,
        _ hearing: Deadline?
    ) throws(ExitCase.Rejection) -> ExitCase.Event {
        guard decision.officer.isSomebodyElse(than: investigator) else { throw .investigatorDecides }
        // A case may end well for the enterprise before it is told anything.
        guard decision.outcome != .keep || service != nil else { return .decided(decision: decision) }
        guard service != nil, let hearing else { throw .notServed }
        if isHearingWanted {
            guard minutes != nil else { throw .minutesMissing }
        } else if !isHearingWaived {
            guard hearing.lastDay < decision.on, !hearing.isProvisional else {
                throw .hearingPeriodRuns(through: hearing.lastDay, isProvisional: hearing.isProvisional)
            }
        }
        guard statements.isEmpty && minutes == nil || decision.answer != nil else { throw .answerMissing }
        guard decision.outcome == .keep || decision.preview != nil && decision.consequences != nil else {
            throw .previewMissing
        }
        return .decided(decision: decision)
    }
}

extension Officer {
    /// Whether neither account nor name is the same: one person may have two accounts.
    package func isSomebodyElse(than other: Officer) -> Bool { id != other.id && name != other.name }
}
