import Kernel

extension ExitCase {
    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .opened(let file)): self = .open(file: file)
        case (.open(let file), .dropped(let reasons, let day)): self = .dropped(file: file, reasons: reasons, on: day)
        case (.open(let file), .decided(let decision)): self = .decided(file: file, decision: decision)
        case (.open(var file), _):
            file.apply(event)
            self = .open(file: file)
        case (.decided(let file, var decision), .published(let day)):
            decision.publishedOn = day
            self = .decided(file: file, decision: decision)
        case (.decided(let file, let decision), .setAside(let undoing)):
            self = .setAside(file: file, decision: decision, undoing: undoing)
        case (.setAside(let file, var decision, let undoing), .takenDown(let how)):
            decision.takenDown = how
            self = .setAside(file: file, decision: decision, undoing: undoing)
        case (.notOpened, _), (.dropped, _), (.decided, _), (.setAside, _): break  // never decided, so never told
        }
    }

    /// The papers; nil before it is opened.
    package var file: ExitFile? {
        switch self {
        case .notOpened: nil
        case .open(let file), .dropped(let file, _, _), .decided(let file, _), .setAside(let file, _, _): file
        }
    }

    /// What was decided.
    package var decision: ExitDecision? {
        switch self {
        case .notOpened, .open, .dropped: nil
        case .decided(_, let decision), .setAside(_, let decision, _): decision
        }
    }

    /// The set-aside.
    package var undoing: Undoing? {
        guard case .setAside(_, _, let undoing) = self else { return nil }
        return undoing
    }

    /// Where it stands by name.
    package var phase: ExitPhase {
        switch self {
        case .notOpened: .notOpened
        case .open(let file):
            if file.minutes != nil {
                .heard
            } else if file.isHearingWanted {
                .hearing
            } else if file.service != nil {
                .served
            } else {
                file.notice == nil ? .investigating : .told
            }
        case .dropped: .dropped
        case .decided: .decided
        case .setAside: .setAside
        }
    }
}

/// Where exit cases stand by name.
package enum ExitPhase: String, CaseIterable, Codable, Sendable {
    case notOpened = "not-opened"
    /// No notice yet.
    case investigating
    /// The notice is drawn up and not served yet.
    case told
    /// The notice is served: the enterprise may state, defend, and ask to be heard.
    case served
    /// A hearing was asked for.
    case hearing
    /// Its minutes are kept.
    case heard
    case decided, dropped
    case setAside = "set-aside"
}

extension ExitFile {
    fileprivate mutating func apply(_ event: ExitCase.Event) {
        switch event {
        case .told(let notice): self.notice = notice
        case .served(let service): self.service = service
        case .stated(let statement): statements.append(statement)
        case .hearingRequested(let request): (hearingRequest, hearing) = (request, nil)
        case .hearingWithdrawn(let day):
            hearingRequest?.withdrawnOn = day
            hearing = nil
        case .hearingCalled(let hearing): self.hearing = hearing
        case .minutesKept(let minutes): self.minutes = minutes
        case .opened, .decided, .dropped, .published, .setAside, .takenDown: break
        }
    }
}
