import CompensationDomain
import Contracts
import Cryptography
import Messaging
import Postgres
import ServiceKit

/// Keeps posts, benchmarks and appointments: the same treatment as senior engineers (待遇).
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.compensation
    static let migrations =
        firstMigrations + benchmarkMigrations + configurationMigrations
        + attestationMigrations

    private static let firstMigrations = [
        Migration(
            "v001_compensation",
            forward: PackageResources.v001_compensation_sql,
            rollback: PackageResources.v001_compensation_rollback_sql
        ),
        Migration(
            "v002_filing_life",
            forward: PackageResources.v002_filing_life_sql,
            rollback: PackageResources.v002_filing_life_rollback_sql
        ),
    ]

    static func main() async { await ServiceKit.main(Main.self) }

    let directory = EnterpriseDirectory()
    let benchmarks = BenchmarkStore()
    let posts = PostStore()
    let holders = HolderStore()
    let appointments = AppointmentStore()
    let filings = FilingLinks()
    let endAppointments: EndAppointments
    let recordDeterminations: RecordDeterminations
    let recordCertificates: RecordCertificates
    let declareBenchmark: DeclareBenchmark
    let establishPost: EstablishPost
    let changePost: ChangePost
    let appoint: Appoint
    let layDownConfiguration: LayDownConfiguration
    let countMonths: CountMonths
    let attestMonth: AttestMonth
    let takeAttestation: TakeAttestation
    let imports: EnterAttestations
    let denials: HandleDenials
    let remindAppointments: RemindAppointments

    init(_ environment: ServiceEnvironment) throws {
        let journal = environment.journal
        layDownConfiguration = LayDownConfiguration(journal: journal)
        endAppointments = EndAppointments(store: appointments, journal: journal, outbox: environment.outbox)
        recordDeterminations = RecordDeterminations(store: holders, filings: filings, journal: journal)
        recordCertificates = RecordCertificates(store: holders, journal: journal)
        declareBenchmark = DeclareBenchmark(store: benchmarks, journal: journal)
        establishPost = EstablishPost(store: posts, journal: journal)
        changePost = ChangePost(store: posts, journal: journal)
        let procedures = MonthlyProcedures()
        countMonths = CountMonths(procedures: procedures, journal: journal, outbox: environment.outbox)
        attestMonth = AttestMonth(months: countMonths, procedures: procedures, journal: journal)
        takeAttestation = TakeAttestation(attest: attestMonth)
        remindAppointments = RemindAppointments(
            procedures: procedures,
            journal: journal,
            outbox: environment.outbox
        )
        denials = HandleDenials(procedures: procedures, cipher: environment.keys.fields, journal: journal)
        imports = EnterAttestations(
            store: ImportStore(journal: journal, cipher: environment.keys.fields),
            attest: attestMonth
        )
        appoint = Appoint(
            posts: posts,
            holders: holders,
            benchmarks: benchmarks,
            appointments: appointments,
            filings: filings,
            journal: journal,
            outbox: environment.outbox
        )
    }
}
