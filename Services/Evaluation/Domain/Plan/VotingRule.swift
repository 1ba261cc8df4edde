import Foundation
import Kernel

/// How the panel votes (表决).
package struct VotingRule: Codable, Hashable, Sendable {
    /// Whether it shows who voted how.
    package enum BallotKind: String, Codable, CaseIterable, Sendable {
        /// 无记名.
        case secret
        /// 记名.
        case named
    }

    /// A part of a whole, like two thirds; no floating point decides a vote.
    package struct Share: Codable, Hashable, Sendable {
        package let numerator: Int
        package let denominator: Int

        /// So many of so many.
        package init(_ numerator: Int, of denominator: Int) {
            self.numerator = numerator
            self.denominator = denominator
        }

        /// 三分之二.
        package static let twoThirds = Share(2, of: 3)

        /// Whether `part` is at least this share of `whole`.
        package func isReached(by part: Int, of whole: Int) -> Bool { part * denominator >= whole * numerator }

        /// The least number of a whole that reaches this share.
        package func least(of whole: Int) -> Int { (whole * numerator + denominator - 1) / denominator }
    }

    /// One of the two who open the box together.
    package struct OpeningOfficer: Codable, Hashable, Sendable {
        /// The account the officer signs in with.
        package let account: String
        package let name: String
        /// Who opens in the officer's place where the officer cannot (候补开票人员), with a key of the own; nil where nobody is named.
        package let standIn: KeyHolder?

        /// An officer by account and name.
        package init(account: String, name: String, standIn: KeyHolder? = nil) {
            self.account = account
            self.name = name
            self.standIn = standIn
        }

        /// Those who each can open the officer's layer: the officer, then the stand-in.
        package var holders: [KeyHolder] { [KeyHolder(account: account, name: name)] + [standIn].compactMap(\.self) }
    }

    /// Somebody who has a key to a layer of the ballots.
    package struct KeyHolder: Codable, Hashable, Sendable {
        /// The account the holder signs in with.
        package let account: String
        package let name: String

        /// A holder by account and name.
        package init(account: String, name: String) {
            self.account = account
            self.name = name
        }
    }

    /// How much of the panel must be present.
    package let quorum: Share
    /// How much of those present must be in favour.
    package let passing: Share
    package let ballot: BallotKind
    /// When the box closes at the latest, and earlier once every member has voted; nil: as is said when the vote opens.
    package let closesAt: Date?
    /// The two who open it together; none where human resources names them when the vote is prepared.
    package let openingOfficers: [OpeningOfficer]

    /// A rule; two thirds present, two thirds of those in favour, secret, unless told otherwise.
    package init(
        quorum: Share = .twoThirds,
        passing: Share = .twoThirds,
        ballot: BallotKind = .secret,
        closesAt: Date? = nil,
        openingOfficers: [OpeningOfficer] = []
    ) {
        self.quorum = quorum
        self.passing = passing
        self.ballot = ballot
        self.closesAt = closesAt
        self.openingOfficers = openingOfficers
    }

    /// The same, opened by these two where it names nobody.
    package func opened(by officers: [OpeningOfficer]) -> VotingRule {
        guard openingOfficers.isEmpty else { return self }
        return VotingRule(
            quorum: quorum,
            passing: passing,
            ballot: ballot,
            closesAt: closesAt,
            openingOfficers: officers
        )
    }

    /// The same for a vote that is repeated: opened by these two, whoever the plan names.
    package func reopened(by officers: [OpeningOfficer]) -> VotingRule {
        VotingRule(
            quorum: quorum,
            passing: passing,
            ballot: ballot,
            closesAt: closesAt,
            openingOfficers: officers.isEmpty ? openingOfficers : officers
        )
    }

    /// The same, with another in the place of one of its officers, or of a stand-in.
    ///
    /// An officer's stand-in stays, where the new officer names none.
    package func opened(by officer: OpeningOfficer, insteadOf left: String) -> VotingRule {
        VotingRule(
            quorum: quorum,
            passing: passing,
            ballot: ballot,
            closesAt: closesAt,
            openingOfficers: openingOfficers.map { old in
                if old.account == left {
                    return OpeningOfficer(
                        account: officer.account,
                        name: officer.name,
                        standIn: officer.standIn ?? old.standIn
                    )
                }
                guard old.standIn?.account == left else { return old }
                let standIn = KeyHolder(account: officer.account, name: officer.name)
                return OpeningOfficer(account: old.account, name: old.name, standIn: standIn)
            }
        )
    }

    /// All who have a key, officer by officer.
    package var keyHolders: [KeyHolder] { openingOfficers.flatMap(\.holders) }

    /// The layer an account opens, 1 for the outer; nil where it has no key.
    package func layer(of account: String) -> Int? {
        openingOfficers.firstIndex { $0.holders.contains { $0.account == account } }.map { $0 + 1 }
    }

    /// Whether there are two officers, and nobody among them and their stand-ins is named twice.
    package var namesSeveral: Bool {
        openingOfficers.count == 2 && Set(keyHolders.map(\.account)).count == keyHolders.count
    }

    /// What is wrong with it.
    package func problems(_ field: String = "votingRule") -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (name, share) in [("quorum", quorum), ("passing", passing)] {
            let isPart = (1...1000).contains(share.denominator) && (1...share.denominator).contains(share.numerator)
            if !isPart { problems.append(FieldProblem(field: "\(field).\(name)", code: "evaluation.out-of-range")) }
        }
        for (index, officer) in openingOfficers.enumerated() {
            let standIn = officer.standIn.map { [("standIn.account", $0.account), ("standIn.name", $0.name)] } ?? []
            for (name, text) in [("account", officer.account), ("name", officer.name)] + standIn
            where text.allSatisfy(\.isWhitespace) {
                let member = "\(field).openingOfficers[\(index)].\(name)"
                problems.append(FieldProblem(field: member, code: "evaluation.field-missing"))
            }
        }
        if !openingOfficers.isEmpty, !namesSeveral {
            problems.append(FieldProblem(field: "\(field).openingOfficers", code: "evaluation.two-opening-officers"))
        }
        return problems
    }
}

extension VotingRule.Share {
    /// 三分之二; with figures where a part is above ten.
    package var chinese: String { "\(Self.word(denominator))分之\(Self.word(numerator))" }

    private static func word(_ number: Int) -> String {
        let words = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        return words.indices.contains(number - 1) ? words[number - 1] : String(number)
    }
}
