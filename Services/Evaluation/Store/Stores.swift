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
    let persons: PersonRegister
    let filings = FilingRegister()
    let planRegister = PlanRegister()
    let roundRegister = RoundRegister()
    let applicationRegister = ApplicationRegister()
    let ballotBox = BallotBox()

    init(journal: Journal, keys: KeyRing) {
        plans = PlanStore(journal: journal)
        rounds = RoundStore(journal: journal)
        applications = ApplicationStore(journal: journal)
        ballots = BallotStore(journal: journal)
        lists = ProposedListStore(journal: journal)
        determinations = DeterminationStore(journal: journal)
        persons = PersonRegister(keys: keys)
    }
}
