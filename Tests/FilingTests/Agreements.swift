import FilingDomain
import Kernel
import Messaging
import TestSupport
import Testing

@testable import FilingService

@Suite("The filing service")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    @Test("has sentences for every no of its domain and stores, all answered with 409")
    func refusals() throws {
        let filings: [FilingRejection] = [
            .notDrafted, .alreadyDrafted, .notSubmitted, .alreadySubmitted, .alreadyDecided, .alreadyWithdrawn,
            .correctionsToldBefore, .awaitingResubmission, .nothingToCorrect, .noRequests,
            .consultationIsOptional(place: "职代会"), .noSuchRequest(3, last: 2), .incomplete([]),
            .workPlanIncomplete([]), .termOver(through: Sample.monday), .generalFilingNotAccepted,
            .generalFilingNotInForce(try Sample.basis().term), .outsideScope([]), .scopeNeedsReason([]), .planUnchanged,
        ]
        let handling: [Handling.Rejection] = [.handledByAnother(name: "王"), .closed, .unopened]
        let interests: [OfficerInterest.Rejection] = [.alreadyDeclared, .notDeclared, .anothers]
        let kept: [OfficerInterests.Refused] = [.own, .anothers(name: "王")]
        let grant = GeneralGrant(
            agencyCode: try AgencyCode("Y000037160001"),
            term: try Sample.basis().term,
            on: Sample.monday
        )
        let running = Stored<GeneralFiling>(
            id: Sample.generalID,
            version: 1,
            state: .submitted(application: Sample.general, on: Sample.monday)
        )
        let tenure: [Tenure.Rejection] = [
            .notBegun, .alreadyBegun, .followsGeneral, .termOver(through: Sample.monday),
            .termNotLater(through: Sample.monday), .nothingNew, .outsideGeneral([]), .suspended, .notSuspended,
            .suspensionInPast(today: Sample.monday), .suspensionBackwards, .cancelled, .notDecidedIn, .contradictory,
        ]
        let exit: [ExitCase.Rejection] = [
            .notOpened, .alreadyOpened, .closed, .notTold, .notServed, .alreadyServed,
            .serviceDay(from: Sample.monday, today: Sample.tuesday), .hearingLate(through: Sample.monday),
            .hearingAlreadyRequested, .hearingNotRequested,
            .hearingTooSoon(earliest: Sample.monday, isProvisional: true), .hearingNotCalled,
            .hearingNotHeld(on: Sample.monday), .chairInvestigated, .investigatorDecides,
            .hearingPeriodRuns(through: Sample.monday, isProvisional: false), .minutesMissing, .answerMissing,
            .previewMissing, .notDecided, .nothingToUndo, .notPublishable, .alreadyPublished, .notPublished,
            .notSetAside, .alreadySetAside, .alreadyTakenDown,
        ]
        let requests: [TenureRequest.Rejection] = [
            .notOpenYet(from: Sample.monday), .termOver(through: Sample.monday), .followsGeneral,
            .termNotLater(through: Sample.monday), .nothingNew, .notPending, .alreadyPending,
        ]
        let exits: [any Kernel.Rejection] = [
            ExitPending(), PreviewUnknown(), PreviewStale(changes: ["进行中批次1→2"]),
        ]
        let others: [any Kernel.Rejection] = [
            AgencyCodeTaken(), CoverageSettled(), NobodyToSendTo(), FilingImport.Rejection.over, AlreadyFiled(grant),
            AlreadyFiling(running),
            ChangedMeanwhile(seen: 1, actual: 2, changes: []), FilingNotAccepted(),
            FileRefusal.handedIn, FileRefusal.purpose(.general),
        ]
        let enterprise: [Enterprise.Rejection] = [
            .alreadyRegistered, .notRegistered, .otherCreditCode, .unitClosed(name: "二厂"), .unitNameTwice(name: "二厂"),
            .unitCodeTwice(code: "x"), .unitCodeTaken(code: "x"), .tooManyUnits,
        ]
        let authority: [Authority.Rejection] = [.alreadyEstablished, .unknown, .laterVersion(from: Sample.monday)]
        let addressee: [FilingAddressee.Rejection] = [.takesNoFilings, .addressedElsewhere]
        let question: [Question.Rejection] = [.alreadyAsked, .notAsked, .alreadyAnswered, .alreadyClosed]
        let liaison: [Liaison.Rejection] = [.alreadyLogged, .notLogged, .otherEnterprise]
        let note: [PolicyNote.Rejection] = [.alreadySent, .notSent, .alreadyWithdrawn]
        let kinds: [[any Kernel.Rejection]] = [
            filings, handling, interests, kept, others, enterprise, authority, addressee, question, liaison, note,
            tenure, exit, requests, exits,
        ]
        try Agreement<Main>().verify(refusals: kinds.flatMap { $0 }, status: 409)
    }

    @Test("has sentences for what is answered with another status")
    func otherStatuses() throws {
        let agreement = try Agreement<Main>()
        try agreement.verify(refusals: [Enterprise.Rejection.noSuchUnit], status: 404)
        try agreement.verify(refusals: [OtherAuthority(kind: .centre)], status: 403)
        try agreement.verify(refusals: [TooManyQuestions(most: 10)], status: 429)
        let covered: [CoveredUnits.Rejection] = [.nothingCovered, .notCoverable(unit: Sample.enterpriseID)]
        try agreement.verify(refusals: covered, status: 400)
        try agreement.verify(refusals: [Jurisdiction.Rejection.nameTaken(name: "滨城区")], status: 400)
    }

    @Test("answers what is wrong with a field with 400")
    func fieldCodes() throws { try Agreement<Main>().verify(fieldCodesIn: "HTTP", least: 8) }
}
