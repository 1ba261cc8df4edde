import Attachments
import EvaluationDomain
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("The evaluation service")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    @Test("hears filings, publicity and the calendar")
    func hears() throws {
        #expect(try Agreement<Main>().words == ["filing", "publicity", "calendar"])
    }

    @Test(
        "answers no code with another status than 400, 403 or 409",
        arguments: Main.messages.codes.filter { attachmentMessages[$0] == nil }
    )
    func statuses(code: String) throws {
        #expect([400, 403, 409].contains(try #require(Main.messages[code]).status))
    }

    @Test("has sentences for every no")
    func refusals() throws {
        let plans: [ImplementationPlan.Rejection] = [
            .alreadyDrawnUp, .notDrawnUp, .alreadyDisclosed, .notDisclosed, .disclosedTooLate(opens: .latest),
            .filingExpired(on: .latest), .otherFiling, .unchanged, .alreadyReceived,
        ]
        let rounds: [Round.Rejection] = [
            .alreadyOpened, .planNotDisclosed, .notOpened, .closedToApplications, .noApplications, .notJudged,
            .waitingForReview(count: 1), .nobodyEligible, .notVoting, .notOnPanel, .ballotsMissing(count: 1),
            .notCounted, .nobodyApproved, .alreadyListed, .notListed,
        ]
        let applications: [Application.Rejection] = [
            .alreadyApplied, .notSubmitted, .notJudged, .nothingToReview(clause: .preamble), .alreadyVoted,
            .notEligible, .withdrawn, .alreadyJudged,
            .notRelaxable(condition: ""), .nothingToRelax, .relaxationProposed, .noRelaxationProposed,
            .signedByProposer, .signedByWriter, .signedByApplicant, .consentMissing, .consentNotNeeded, .nothingRefused,
            .recheckAskedBefore, .noRecheckOpen, .recheckBySamePerson, .recheckOutside(rules: ""),
        ]
        let ballots: [Ballot.Rejection] = [
            .alreadyCast, .doesNotMatch(missing: 1, unknown: 0, repeated: 0), .recusalWithoutReason,
        ]
        let votes: [Voting.Rejection] = [
            .alreadyPrepared, .notPrepared, .officersNotTwo, .officerOnPanel(name: ""), .notAnOfficer, .keysFixed,
            .keyMissing(name: ""), .tooManyRecused(entitled: 3, needed: 4), .closingPassed, .alreadyOpen, .notOpen,
            .over,
            .noSeat, .noProxy, .notSignedIn, .alreadyVoted, .recused(count: 1),
            .doesNotMatch(missing: 1, unknown: 0, repeated: 0), .opinionAboutStranger, .stillOpen(count: 1),
            .firstOfficerFirst(name: ""), .otherOfficerNext(name: ""), .notClosed, .isOver,
        ]
        let lists: [ProposedList.Rejection] = [
            .alreadyProposed, .notOnShow, .alreadyDetermined, .periodOver, .notOnList, .alreadyOnList, .nobodyLeft,
        ]
        let determinations: [Determination.Rejection] = [.notAwaitingSignature, .nobodyLeft]
        let experts: [Expert.Rejection] = [.twice(name: ""), .notInPool, .retired(name: ""), .otherAccount]
        let panels: [Panel.Rejection] = [
            .alreadyFormed, .notFormed, .drawAnnounced, .drawNotAnnounced, .mustBeDrawn, .mustBeNamed,
            .wrongSize(wanted: 5, count: 4), .namedTwice(name: ""), .applied(name: ""),
            .tooFewOutside(needed: 2, count: 1), .uncovered(occupation: ""), .poolTooSmall(needed: 5, count: 4),
            .notMember, .alreadyMember(name: ""), .alreadyRecused, .scoredAlready, .requestDecided, .ownRequest,
            .noReserve, .reserveFirst(name: ""), .withoutChair, .fixed, .shortOfQuorum(count: 1),
            .requestsWaiting(count: 1),
        ]
        let scorings: [any Kernel.Rejection] = [
            Scoring.Rejection.notPlanned, Scoring.Rejection.notOpen, Scoring.Rejection.alreadyClosed,
            Scoring.Rejection.nobodyToScore, Scoring.Rejection.scoresMissing(count: 1), Scoring.Rejection.notClosed,
            Scoring.Rejection.nobodyPassed, ScoreSheet.Rejection.alreadySubmitted, WrongMethod.byPanel,
            WrongMethod.byEntry, WrongMethod.notHeard,
        ]
        let scores: [EnteredScore.Rejection] = [.notEntered, .alreadyConfirmed, .samePerson, .differs]
        let defences: [Defence.Rejection] = [
            .notArranged, .noSuchSession, .held(day: .latest), .notMember, .notScheduled, .alreadyMissed,
        ]
        let kinds: [[any Kernel.Rejection]] = [
            experts, panels, [NotTheChair()], scorings, scores, defences, plans, rounds, applications, ballots, lists,
            determinations,
            votes, [WrongOpeningCode(), BallotBoxAltered()],
            [
                TooManyNames(), ForeignRound(), ApplicationDraft.Rejection.notOpen, DraftRefusal.alreadyBegun,
                DraftRefusal.accountWithoutPerson, UnconfirmedNames(names: ["甲"]), OtherPerson(), NotYourself(),
                OwnApplication(), ImportRunning(),
                ApplicationImport.Rejection.over, OtherTemplate(version: "0", missing: []),
                ApplicationFileRefusal.notYours, ApplicationFileRefusal.used, Omission.Rejection.notOpen,
            ],
            [WindowRejection.notYet(from: .latest), WindowRejection.over(through: .latest)],
            [WindowRejection.stillOpen(through: .latest), PostsExceededRejection(occupations: [])],
            [WorkPlanReplaced(version: 1, filed: 2), PlanFileRefusal.notYours, PlanFileRefusal.disclosed],
            [
                MappingDecision.Rejection.alreadyRecorded, MappingDecision.Rejection.notInForce, ForeignMapping(),
                RuleSetUnknown(name: ""), RuleSetNotInForce(name: ""),
            ],
        ]
        let refusals = kinds.flatMap { $0 }
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        try Agreement<Main>().verify(refusals: refusals)
    }
}
