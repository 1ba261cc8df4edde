import Foundation

/// How one name stands; objections are named by their ids.
///
/// Each name stands by itself: what holds one does not delay the others.
package enum Standing: Hashable, Codable, Sendable {
    /// On show; objections may have been received that nobody has accepted yet.
    /// Can become `held`, and `cleared` with the end of the period.
    case onShow(received: [UUID])
    /// Something is open: accepted objections, or at the end of the period received ones.
    /// Can become `cleared` or `removed`.
    case held(accepted: [UUID], received: [UUID])
    /// Nothing is open. While the period runs a new objection puts it back to `onShow`; after its end only one that was
    /// received in time and entered later does.
    case cleared
    /// An objection was upheld. Final.
    case removed(by: UUID)
    /// The enterprise took the name back, or the person did. Final.
    case withdrawn(reason: String)

    /// After an objection was received.
    func receiving(_ objection: UUID) -> Standing {
        switch self {
        case .onShow(let received): .onShow(received: received + [objection])
        case .held(let accepted, let received): .held(accepted: accepted, received: received + [objection])
        case .cleared: .onShow(received: [objection])
        case .removed, .withdrawn: self
        }
    }

    /// After an objection was accepted for examination.
    func holding(_ objection: UUID) -> Standing {
        switch self {
        case .onShow(let received): .held(accepted: [objection], received: received.without(objection))
        case .held(let accepted, let received):
            .held(accepted: accepted.without(objection) + [objection], received: received.without(objection))
        case .cleared: .held(accepted: [objection], received: [])
        case .removed, .withdrawn: self
        }
    }

    /// After an objection was dismissed; cleared when nothing else is open.
    func dismissing(_ objection: UUID) -> Standing {
        switch self {
        case .held(let accepted, let received):
            accepted.without(objection).isEmpty && received.without(objection).isEmpty
                ? .cleared : .held(accepted: accepted.without(objection), received: received.without(objection))
        case .onShow(let received): .onShow(received: received.without(objection))
        case .cleared, .removed, .withdrawn: self
        }
    }

    /// At the end of the period: what is open is held, received objections too, and everything else is cleared.
    var atEnd: Standing {
        switch self {
        case .onShow(received: []): .cleared
        case .onShow(let received): .held(accepted: [], received: received)
        case .held, .cleared, .removed, .withdrawn: self
        }
    }

    /// Whether the name has left the list for good.
    package var hasLeft: Bool {
        switch self {
        case .removed, .withdrawn: true
        case .onShow, .held, .cleared: false
        }
    }

    /// Whether the objection was received and does not hold the name by itself yet.
    func isReceived(_ objection: UUID) -> Bool {
        switch self {
        case .onShow(let received), .held(_, let received): received.contains(objection)
        case .cleared, .removed, .withdrawn: false
        }
    }

    /// Whether the name was taken back, so that it is shown no more.
    package var isWithdrawn: Bool {
        guard case .withdrawn = self else { return false }
        return true
    }

    /// Whether the objection is one of those open about this name.
    func isOpen(_ objection: UUID) -> Bool {
        switch self {
        case .onShow(let received): received.contains(objection)
        case .held(let accepted, let received): accepted.contains(objection) || received.contains(objection)
        case .cleared, .removed, .withdrawn: false
        }
    }
}

extension [UUID] {
    fileprivate func without(_ id: UUID) -> [UUID] { filter { $0 != id } }
}
