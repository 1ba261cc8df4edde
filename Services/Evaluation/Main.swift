import Attachments
import Contracts
import Cryptography
import Importing
import Messaging
import Postgres
import ServiceKit

/// Carries an evaluation (评价) from the implementation plan to the enterprise's determination.
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.evaluation
    static let migrations =
        [
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
            Migration(
                "v003_filing_life",
                forward: PackageResources.v003_filing_life_sql,
                rollback: PackageResources.v003_filing_life_rollback_sql
            ),
            Migration(
                "v004_plans_and_determinations",
                forward: PackageResources.v004_plans_and_determinations_sql,
                rollback: PackageResources.v004_plans_and_determinations_rollback_sql
            ),
            Migration(
                "v005_rule_sets",
                forward: PackageResources.v005_rule_sets_sql,
                rollback: PackageResources.v005_rule_sets_rollback_sql
            ),
            Migration(
                "v006_applying",
                forward: PackageResources.v006_applying_sql,
                rollback: PackageResources.v006_applying_rollback_sql
            ),
            Migration(
                "v007_panel",
                forward: PackageResources.v007_panel_sql,
                rollback: PackageResources.v007_panel_rollback_sql
            ),
            Migration(
                "v011_application_imports",
                forward: PackageResources.v011_application_imports_sql,
                rollback: PackageResources.v011_application_imports_rollback_sql
            ),
            Migration(
                "v008_voting",
                forward: PackageResources.v008_voting_sql,
                rollback: PackageResources.v008_voting_rollback_sql
            ),
            Migration(
                "v012_scoring",
                forward: PackageResources.v012_scoring_sql,
                rollback: PackageResources.v012_scoring_rollback_sql
            ),
            Migration(
                "v013_application_line",
                forward: PackageResources.v013_application_line_sql,
                rollback: PackageResources.v013_application_line_rollback_sql
            ),
            Migration(
                "v014_known_account",
                forward: PackageResources.v014_known_account_sql,
                rollback: PackageResources.v014_known_account_rollback_sql
            ),
        ] + attachmentMigrations

    static func main() async { await ServiceKit.main(Main.self) }

    let stores: Stores
    let pages: PageLibrary
    let drawUpPlan: DrawUpPlan
    let disclosePlan: DisclosePlan
    let answerPlan: AnswerPlan
    let openRound: OpenRound
    let submitApplications: SubmitApplications
    let imports: Imports
    let takeApplication: TakeApplication
    let files: ApplicationFiles
    let drafts: Drafts
    let confirmApplication: ConfirmApplication
    let withdrawApplication: WithdrawApplication
    let judgeEligibility: JudgeEligibility
    let reviewEligibility: ReviewEligibility
    let standAside: StandAside
    let formPanel: FormPanel
    let replaceMember: ReplaceMember
    let scoreRound: ScoreRound
    let arrangeDefences: ArrangeDefences
    let prepareJudging: PrepareJudging
    let relaxConditions: RelaxConditions
    let recheckApplication: RecheckApplication
    let prepareVoting: PrepareVoting
    let replaceOfficer: ReplaceOfficer
    let makeOfficerKey: MakeOfficerKey
    let openVoting: OpenVoting
    let signIn: SignIn
    let castVote: CastVote
    let closeVoting: CloseVoting
    let openBox: OpenBox
    let annulVoting: AnnulVoting
    let castBallotOfBefore: CastBallotOfBefore
    let countVotesOfBefore: CountVotesOfBefore
    let proposeList: ProposeList
    let withdrawList: WithdrawList
    let amendList: AmendList
    let answerOmission: AnswerOmission
    let determineNames: DetermineNames
    let signDetermination: SignDetermination
    let determinationPapers: DeterminationPapers
    let followNotice: FollowNotice
    let followObjections: FollowObjections
    let referOmissions: ReferOmissions
    let keepFilings: KeepFilings
    let followFilings: FollowFilings
    let tellRounds: TellRounds
    let gate: FilingGate

    init(_ environment: ServiceEnvironment) throws {
        let (keys, outbox) = (environment.keys, environment.outbox)
        stores = Stores(journal: environment.journal, keys: keys)
        pages = try PageLibrary([("plan", PlanPage.template)])
        let announce = AnnounceApproval(stores: stores, keys: keys, outbox: outbox)
        gate = FilingGate(stores: stores)
        tellRounds = TellRounds(stores: stores, outbox: outbox)
        drawUpPlan = DrawUpPlan(stores: stores, gate: gate)
        disclosePlan = DisclosePlan(stores: stores, outbox: outbox)
        answerPlan = AnswerPlan(stores: stores)
        openRound = OpenRound(stores: stores, gate: gate, tell: tellRounds, pin: PinRuleSet(stores: stores))
        submitApplications = SubmitApplications(stores: stores)
        imports = Imports(
            store: ImportStore(journal: environment.journal, cipher: keys.fields),
            gate: gate,
            submit: submitApplications
        )
        takeApplication = TakeApplication(gate: gate, submit: submitApplications)
        files = ApplicationFiles(
            store: try AttachmentStore(
                ApplicationFiles.purposes + PlanFiles.purposes + SignedPapers.purposes,
                environment
            )
        )
        drafts = Drafts(stores: stores, gate: gate, submit: submitApplications)
        confirmApplication = ConfirmApplication(stores: stores)
        withdrawApplication = WithdrawApplication(stores: stores)
        prepareJudging = PrepareJudging(stores: stores)
        judgeEligibility = JudgeEligibility(stores: stores, prepare: prepareJudging)
        relaxConditions = RelaxConditions(stores: stores, outbox: outbox)
        recheckApplication = RecheckApplication(stores: stores)
        reviewEligibility = ReviewEligibility(stores: stores)
        standAside = StandAside(stores: stores)
        formPanel = FormPanel(stores: stores, keys: keys, standAside: standAside)
        replaceMember = ReplaceMember(stores: stores, form: formPanel)
        scoreRound = ScoreRound(stores: stores, gate: gate, standAside: standAside)
        arrangeDefences = ArrangeDefences(stores: stores)
        prepareVoting = PrepareVoting(stores: stores)
        replaceOfficer = ReplaceOfficer(stores: stores)
        makeOfficerKey = MakeOfficerKey(stores: stores)
        openVoting = OpenVoting(stores: stores, standAside: standAside)
        signIn = SignIn(stores: stores, gate: gate)
        closeVoting = CloseVoting(stores: stores)
        castVote = CastVote(stores: stores, gate: gate, close: closeVoting)
        openBox = OpenBox(stores: stores, close: closeVoting, tell: tellRounds)
        annulVoting = AnnulVoting(stores: stores, close: closeVoting)
        castBallotOfBefore = CastBallotOfBefore(stores: stores, gate: gate, keys: keys)
        countVotesOfBefore = CountVotesOfBefore(stores: stores, keys: keys, tell: tellRounds)
        proposeList = ProposeList(stores: stores, gate: gate, outbox: outbox)
        withdrawList = WithdrawList(stores: stores, outbox: outbox)
        amendList = AmendList(stores: stores, outbox: outbox)
        answerOmission = AnswerOmission(stores: stores)
        determinationPapers = DeterminationPapers(stores: stores)
        determineNames = DetermineNames(
            stores: stores,
            papers: determinationPapers,
            announce: announce,
            ends: tellRounds
        )
        signDetermination = SignDetermination(
            stores: stores,
            papers: determinationPapers,
            announce: announce,
            tell: tellRounds
        )
        followNotice = FollowNotice(stores: stores, ends: tellRounds)
        followObjections = FollowObjections(stores: stores, ends: tellRounds)
        referOmissions = ReferOmissions(stores: stores)
        keepFilings = KeepFilings(stores: stores)
        followFilings = FollowFilings(stores: stores, determine: determineNames, closeVoting: closeVoting)
    }
}
