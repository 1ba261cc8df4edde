import Attachments
import CompensationDomain
import Contracts
import Cryptography
import DatedDocuments
import Importing
import Messaging
import Postgres
import ServiceKit

/// Keeps posts, benchmarks and appointments: the same treatment as senior engineers (待遇).
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.compensation
    static let migrations =
        firstMigrations + benchmarkMigrations + configurationMigrations
        + appointmentMigrations + parityMigrations + attestationMigrations
        + treatmentItemMigrations + inspectionMigrations + parityDayMigrations + laterAttestationMigrations
        + attachmentMigrations + benchmarkDocumentMigrations

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
    let followCertificates: FollowCertificates
    let changeAppointment: ChangeAppointment
    let keepShortfalls: KeepShortfalls
    let measureParity: MeasureParity
    let sweepParity: SweepParity
    let changeBand: ChangeBand
    let renewAppointment: RenewAppointment
    let layDownConfiguration: LayDownConfiguration<ConfigurationKind>
    let countMonths: CountMonths
    let attestMonth: AttestMonth
    let takeAttestation: TakeAttestation
    let imports: EnterAttestations
    let denials: HandleDenials
    let remindAppointments: RemindAppointments
    let keepTreatment: KeepTreatment
    let inspect: Inspect
    let files: AttachmentStore
    let benchmarkDocuments: BenchmarkDocuments

    init(_ environment: ServiceEnvironment) throws {
        let journal = environment.journal
        files = try AttachmentStore([EvidenceFiles.purpose, BenchmarkDocuments.purpose], environment)
        benchmarkDocuments = BenchmarkDocuments(files: files)
        layDownConfiguration = LayDownConfiguration(journal: journal)
        keepTreatment = KeepTreatment(journal: journal)
        let procedures = MonthlyProcedures()
        countMonths = CountMonths(procedures: procedures, journal: journal, outbox: environment.outbox)
        let tell = TellAppointments(outbox: environment.outbox, months: countMonths)
        keepShortfalls = KeepShortfalls(journal: journal, outbox: environment.outbox)
        measureParity = MeasureParity(benchmarks: benchmarks, shortfalls: keepShortfalls)
        endAppointments = EndAppointments(
            store: appointments,
            posts: posts,
            holders: holders,
            parity: measureParity,
            tell: tell,
            journal: journal
        )
        followCertificates = FollowCertificates(
            store: appointments,
            filings: filings,
            end: endAppointments,
            looks: measureParity.looks,
            tell: tell,
            journal: journal
        )
        changeAppointment = ChangeAppointment(store: appointments, journal: journal)
        recordDeterminations = RecordDeterminations(store: holders, filings: filings, journal: journal)
        recordCertificates = RecordCertificates(store: holders, follow: followCertificates, journal: journal)
        inspect = Inspect(cipher: environment.keys.fields, shortfalls: keepShortfalls, journal: journal)
        sweepParity = SweepParity(measure: measureParity)
        changeBand = ChangeBand(change: changeAppointment, parity: measureParity)
        declareBenchmark = DeclareBenchmark(store: benchmarks, parity: measureParity, journal: journal)
        establishPost = EstablishPost(store: posts, journal: journal)
        changePost = ChangePost(store: posts, journal: journal)
        attestMonth = AttestMonth(months: countMonths, procedures: procedures, journal: journal)
        takeAttestation = TakeAttestation(attest: attestMonth)
        remindAppointments = RemindAppointments(
            procedures: procedures,
            journal: journal,
            outbox: environment.outbox
        )
        denials = HandleDenials(
            procedures: procedures,
            cipher: environment.keys.fields,
            shortfalls: keepShortfalls,
            journal: journal
        )
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
            parity: measureParity,
            tell: tell,
            journal: journal
        )
        renewAppointment = RenewAppointment(store: appointments, posts: posts, appoint: appoint, journal: journal)
    }
}
