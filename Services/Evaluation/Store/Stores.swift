import Cryptography
import Messaging

/// All that this service keeps.
struct Stores: Sendable {
    let plans: PlanStore
    let rounds: RoundStore
    let applications: ApplicationStore
    let ballots: BallotStore
    let lists: ProposedListStore
    let determinations: DeterminationStore
    let omissions: OmissionStore
    let experts: ExpertStore
    let panels: PanelStore
    let scorings: ScoringStore
    let scores: ScoreSheetStore
    let defences: DefenceStore
    let persons: PersonRegister
    let drafts: DraftStore
    let ruleSets: RuleSetRegister
    let mappings: MappingStore
    let filings = FilingRegister()
    let frozenDays = FrozenDays()
    let units = CoveredUnits()
    let planRegister = PlanRegister()
    let roundRegister = RoundRegister()
    let applicationRegister = ApplicationRegister()
    let applicationLines = ApplicationLines()
    let ballotBox = BallotBox()
    let votings: VotingStore
    let voteBox = VoteBox()
    let relaxations = RelaxationRegister()
    let accounts = AccountRegister()

    /// Who sits on panels.
    var panelRegister: PanelRegister { PanelRegister(panels: panels) }

    /// Who votes on whom.
    var electors: Electors { Electors(panels: panelRegister, experts: experts) }

    /// Who passed the scoring of a round.
    var scoreBoard: ScoreBoard { ScoreBoard(scorings: scorings, scores: scores, defences: defences) }

    /// The entries of lists as they are shown.
    var shownNames: ShownNames { ShownNames(applications: applications, persons: persons) }

    /// Who of a list has not confirmed the own data.
    var confirmations: Confirmations { Confirmations(applications: applications, persons: persons) }

    init(journal: Journal, keys: KeyRing) {
        plans = PlanStore(journal: journal)
        rounds = RoundStore(journal: journal)
        applications = ApplicationStore(journal: journal)
        ballots = BallotStore(journal: journal)
        votings = VotingStore(journal: journal)
        lists = ProposedListStore(journal: journal)
        determinations = DeterminationStore(journal: journal)
        omissions = OmissionStore(journal: journal)
        experts = ExpertStore(journal: journal)
        panels = PanelStore(journal: journal)
        scorings = ScoringStore(journal: journal)
        scores = ScoreSheetStore(journal: journal)
        defences = DefenceStore(journal: journal)
        persons = PersonRegister(keys: keys)
        drafts = DraftStore(journal: journal, cipher: keys.fields)
        ruleSets = RuleSetRegister(journal: journal)
        mappings = MappingStore(journal: journal)
    }
}
