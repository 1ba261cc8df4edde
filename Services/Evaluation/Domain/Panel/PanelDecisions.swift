import Foundation
import Kernel

extension Panel {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .name(let members, let chair, let makeUp): try name(members, chair, makeUp)
        case .seatPlan(let members): try seatPlan(members)
        case .announceDraw(let commitment): try announce(commitment)
        case .draw(let record): try draw(record)
        case .giveUpDraw(let reason):
            switch self {
            case .announced: [.drawGivenUp(reason: reason)]
            case .absent, .formed: throw .drawNotAnnounced
            }
        case .appointChair(let account): try appoint(account)
        case .derive(let recusals): derive(recusals)
        case .recuse(let recusal, let hasScored): try recuse(recusal, hasScored)
        case .request(let request): try ask(request)
        case .decide(let request, let decision): try settle(request, decision)
        case .replace(let left, let successor, let cause, let reason, let actor, let instant, let unfit):
            try replace(left, successor, unfit) {
                PanelReplacement(
                    left: left,
                    member: $0,
                    cause: cause,
                    reason: reason,
                    isReserve: $1,
                    by: actor,
                    at: instant
                )
            }
        }
    }

    /// The panel as it sits.
    package func sitting() throws(Rejection) -> Sitting {
        switch self {
        case .formed(let sitting): return sitting
        case .absent, .announced: throw .notFormed
        }
    }

    private func name(
        _ members: [PanelMember],
        _ chair: String?,
        _ makeUp: PanelMakeUp
    ) throws(Rejection) -> [Event] {
        try requireNothing()
        guard !makeUp.isDrawn else { throw .mustBeDrawn }
        try makeUp.check(members)
        if let chair, !members.contains(where: { $0.account == chair }) { throw .notMember }
        return [.named(members: members, chair: chair, makeUp: makeUp)]
    }

    /// The plan was adopted with these members, so nothing is asked of their number any more.
    private func seatPlan(_ members: [PanelMember]) throws(Rejection) -> [Event] {
        try requireNothing()
        return [.named(members: members, chair: nil, makeUp: PanelMakeUp(size: members.count))]
    }

    private func announce(_ commitment: DrawCommitment) throws(Rejection) -> [Event] {
        try requireNothing()
        guard commitment.makeUp.isDrawn else { throw .mustBeNamed }
        // Said before the draw, while experts can still be entered.
        _ = try PanelDraw.choose(from: commitment.pool, for: commitment.makeUp)
        return [.drawAnnounced(commitment: commitment)]
    }

    private func draw(_ record: DrawRecord) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .drawNotAnnounced
        case .formed: throw .alreadyFormed
        case .announced:
            let drawn = record.drawn
            let members = try PanelDraw.choose(from: drawn, for: record.commitment.makeUp)
            let rest = drawn.filter { !members.contains($0) }
            return [
                .drawn(
                    record: record,
                    members: members,
                    reserves: Array(rest.prefix(record.commitment.reserves))
                )
            ]
        }
    }

    private func requireNothing() throws(Rejection) {
        switch self {
        case .absent: break
        case .announced: throw .drawAnnounced
        case .formed: throw .alreadyFormed
        }
    }

    private func appoint(_ account: String) throws(Rejection) -> [Event] {
        let sitting = try sitting()
        guard sitting.members.contains(where: { $0.account == account }) else { throw .notMember }
        return sitting.chair == account ? [] : [.chairAppointed(account: account)]
    }

    /// A member is recused from a candidate once, on the first ground that is found; nobody without a seat is.
    private func derive(_ recusals: [PanelRecusal]) -> [Event] {
        guard case .formed(let sitting) = self else { return [] }
        var seats = sitting.seats
        var events: [Event] = []
        for recusal in recusals where seats.mayJudge(recusal.member, recusal.application) {
            events.append(.recused(recusal: recusal))
            seats = Seats(members: seats.members, chair: seats.chair, recusals: seats.recusals + [recusal])
        }
        return events
    }

    private func recuse(_ recusal: PanelRecusal, _ hasScored: Bool) throws(Rejection) -> [Event] {
        let seats = try sitting().seats
        guard seats.seat(of: recusal.member) != nil else { throw .notMember }
        guard seats.mayJudge(recusal.member, recusal.application) else { throw .alreadyRecused }
        guard !hasScored else { throw .scoredAlready }
        return [.recused(recusal: recusal)]
    }

    private func ask(_ request: RecusalRequest) throws(Rejection) -> [Event] {
        let sitting = try sitting()
        guard sitting.seats.seat(of: request.member) != nil else { throw .notMember }
        guard sitting.seats.mayJudge(request.member, request.application) else { throw .alreadyRecused }
        let waits = sitting.requests.contains {
            $0.decision == nil && $0.member == request.member && $0.application == request.application
        }
        return waits ? [] : [.recusalRequested(request: request)]
    }

    private func settle(_ id: UUID, _ decision: RecusalRequest.Decision) throws(Rejection) -> [Event] {
        let sitting = try sitting()
        guard let request = sitting.requests.first(where: { $0.id == id }), request.decision == nil else {
            throw .requestDecided
        }
        guard request.member != decision.by else { throw .ownRequest }
        let decided = Event.requestDecided(request: id, decision: decision)
        guard decision.isGranted, sitting.seats.mayJudge(request.member, request.application) else { return [decided] }
        let recusal = PanelRecusal(
            member: request.member,
            application: request.application,
            ground: .other,
            origin: .requested,
            reason: decision.reason,
            by: decision.by,
            at: decision.at
        )
        return [decided, .recused(recusal: recusal)]
    }

    private func replace(
        _ left: String,
        _ successor: PanelMember?,
        _ unfit: Set<UUID>,
        _ replacement: (PanelMember, Bool) -> PanelReplacement
    ) throws(Rejection) -> [Event] {
        let sitting = try sitting()
        guard sitting.members.contains(where: { $0.account == left }) else { throw .notMember }
        func panel(with member: PanelMember) -> [PanelMember] {
            sitting.members.map { $0.account == left ? member : $0 }
        }
        let reserve = sitting.reserves.first {
            !isUnfit($0, unfit) && (try? sitting.makeUp.check(panel(with: $0))) != nil
        }
        guard let member = successor ?? reserve else { throw .noReserve }
        guard !sitting.members.contains(where: { $0.account == member.account }) else {
            throw .alreadyMember(name: member.name)
        }
        if let reserve, sitting.makeUp.isDrawn, reserve.account != member.account {
            throw .reserveFirst(name: reserve.name)
        }
        try sitting.makeUp.check(panel(with: member))
        return [.replaced(replacement: replacement(member, member.account == reserve?.account))]
    }

    private func isUnfit(_ member: PanelMember, _ unfit: Set<UUID>) -> Bool {
        member.expert.map(unfit.contains) ?? false
    }
}
