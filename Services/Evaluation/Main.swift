import Contracts
import Cryptography
import Messaging
import Postgres
import ServiceKit

/// Carries an evaluation (评价) from the implementation plan to the enterprise's determination.
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.evaluation
    static let migrations = [
        Migration(
            "v001_evaluation",
            forward: PackageResources.v001_evaluation_sql,
            rollback: PackageResources.v001_evaluation_rollback_sql
        ),
        Migration(
            "v002_amendments",
            forward: PackageResources.v002_amendments_sql,
            rollback: PackageResources.v002_amendments_rollback_sql
        ),
    ]

    static func main() async { await ServiceKit.main(Main.self) }

    let stores: Stores
    let drawUpPlan: DrawUpPlan
    let disclosePlan: DisclosePlan
    let openRound: OpenRound
    let submitApplications: SubmitApplications
    let importApplications: ImportApplications
    let takeApplication: TakeApplication
    let judgeEligibility: JudgeEligibility
    let reviewEligibility: ReviewEligibility
    let openVoting: OpenVoting
    let castBallot: CastBallot
    let countVotes: CountVotes
    let proposeList: ProposeList
    let withdrawList: WithdrawList
    let amendList: AmendList
    let answerOmission: AnswerOmission
    let determineNames: DetermineNames
    let signDetermination: SignDetermination
    let followNotice: FollowNotice
    let followObjections: FollowObjections
    let referOmissions: ReferOmissions
    let keepFilings: KeepFilings

    init(_ environment: ServiceEnvironment) throws {
        let (keys, outbox) = (environment.keys, environment.outbox)
        stores = Stores(journal: environment.journal, keys: keys)
        let announce = AnnounceApproval(stores: stores, keys: keys, outbox: outbox)
        drawUpPlan = DrawUpPlan(stores: stores)
        disclosePlan = DisclosePlan(stores: stores)
        openRound = OpenRound(stores: stores)
        submitApplications = SubmitApplications(stores: stores)
        importApplications = ImportApplications(submit: submitApplications)
        takeApplication = TakeApplication(stores: stores, submit: submitApplications)
        judgeEligibility = JudgeEligibility(stores: stores)
        reviewEligibility = ReviewEligibility(stores: stores)
        openVoting = OpenVoting(stores: stores)
        castBallot = CastBallot(stores: stores, keys: keys)
        countVotes = CountVotes(stores: stores, keys: keys)
        proposeList = ProposeList(stores: stores, outbox: outbox)
        withdrawList = WithdrawList(stores: stores, outbox: outbox)
        amendList = AmendList(stores: stores, outbox: outbox)
        answerOmission = AnswerOmission(stores: stores)
        determineNames = DetermineNames(stores: stores, announce: announce)
        signDetermination = SignDetermination(stores: stores, announce: announce)
        followNotice = FollowNotice(stores: stores)
        followObjections = FollowObjections(stores: stores)
        referOmissions = ReferOmissions(stores: stores)
        keepFilings = KeepFilings(stores: stores)
    }
}
