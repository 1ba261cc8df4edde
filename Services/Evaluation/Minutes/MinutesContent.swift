import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// What the minutes of a vote say.
struct MinutesContent {
    let enterprise: String
    let title: String
    let decision: String
    let organisation: String
    let methods: [Method]
    /// Replacements and reasons of recusals, in sentences.
    let panelNotes: [String]
    /// What the scores came to; none where nobody was scored here.
    let scores: [ScoreResult]
    /// Why a member stands aside from a candidate, in a word.
    private let reasons: [Recused: String]
    let poll: Poll
    /// Votes of the round before this one.
    let earlier: [Poll]
    /// By application.
    let names: [UUID: String]

    /// The minutes of the newest vote of a round; nil before one is over.
    init?(
        _ round: Stored<Round>,
        _ votings: [Stored<Voting>],
        names: [UUID: String],
        panel: Panel,
        scores: [ScoreResult]
    ) {
        guard let terms = round.state.terms, let last = votings.last, last.state.isOver, let poll = last.state.poll
        else {
            return nil
        }
        enterprise = terms.filing.enterpriseName
        title = terms.title
        decision = terms.decision
        organisation = terms.organisation
        methods = terms.methods
        self.poll = poll
        earlier = votings.dropLast().compactMap(\.state.poll)
        self.names = names
        panelNotes = Self.notes(on: panel)
        reasons = Dictionary(
            (panel.seats?.recusals ?? []).map {
                (Recused(member: $0.member, application: $0.application), $0.ground.chinese)
            },
            uniquingKeysWith: { first, _ in first }
        )
        self.scores = scores
    }

    private struct Recused: Hashable {
        let member: String
        let application: UUID
    }

    /// Who sits in whose place, and why.
    private static func notes(on panel: Panel) -> [String] {
        guard case .formed(let sitting) = panel else { return [] }
        return sitting.replacements.map { replacement in
            let day = LocalDate(in: replacement.at).chinese
            return
                "\(day)替换：\(replacement.left)由\(replacement.member.name)（\(replacement.member.unit)）接替，理由：\(replacement.reason)"
        }
    }

    /// A candidate a member stands aside from, with the reason where one is on record.
    func recusal(of member: String, from application: UUID) -> String {
        let reason = reasons[Recused(member: member, application: application)]
        return name(of: application) + (reason.map { "（\($0)）" } ?? "")
    }

    /// When the vote came to its end.
    var at: Date { poll.countedAt ?? poll.annulment?.at ?? poll.box?.at ?? poll.preparedAt }

    /// The name of a candidate.
    func name(of application: UUID) -> String { names[application] ?? "（姓名不详）" }
}
