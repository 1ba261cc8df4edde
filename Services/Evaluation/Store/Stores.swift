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
    let persons: PersonRegister
    let drafts: DraftStore
    let filings = FilingRegister()
    let units = CoveredUnits()
    let planRegister = PlanRegister()
    let roundRegister = RoundRegister()
    let applicationRegister = ApplicationRegister()
    let ballotBox = BallotBox()

    /// The entries of lists as they are shown.
    var shownNames: ShownNames { ShownNames(applications: applications, persons: persons) }

    /// Who of a list has not confirmed the own data.
    var confirmations: Confirmations { Confirmations(applications: applications, persons: persons) }

    init(journal: Journal, keys: KeyRing) {
        plans = PlanStore(journal: journal)
        rounds = RoundStore(journal: journal)
        applications = ApplicationStore(journal: journal)
        ballots = BallotStore(journal: journal)
        lists = ProposedListStore(journal: journal)
        determinations = DeterminationStore(journal: journal)
        omissions = OmissionStore(journal: journal)
        persons = PersonRegister(keys: keys)
        drafts = DraftStore(journal: journal, cipher: keys.fields)
    }
}
