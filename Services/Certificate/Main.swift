import Attachments
import CertificateDomain
import Contracts
import DatedDocuments
import Cryptography
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Registers determinations, takes them through the audits, and gives certificates their numbers (证书).
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.certificate
    static let migrations =
        [
            Migration(
                "v001_certificate",
                forward: PackageResources.v001_certificate_sql,
                rollback: PackageResources.v001_certificate_rollback_sql
            ),
            Migration(
                "v002_objections",
                forward: PackageResources.v002_objections_sql,
                rollback: PackageResources.v002_objections_rollback_sql
            ),
            Migration(
                "v003_filing_life",
                forward: PackageResources.v003_filing_life_sql,
                rollback: PackageResources.v003_filing_life_rollback_sql
            ),
            Migration(
                "v004_configuration",
                forward: PackageResources.v004_configuration_sql,
                rollback: PackageResources.v004_configuration_rollback_sql
            ),
        ] + registrationMigrations + numberMigrations + signingMigrations + paperMigrations + provincialMigrations
        + registerMigrations + restoringMigrations + uploadMigrations + supersededMigrations
        + correctionMigrations + repairingMigrations + historicMigrations

    static func main() async { await ServiceKit.main(Main.self) }

    let layDownConfiguration: LayDownConfiguration<ConfigurationKind>
    let openRegistrations: OpenRegistrations
    let keepFiledAgencies = KeepFiledAgencies()
    let submitRegistration: SubmitRegistration
    let auditRegistration: AuditRegistration
    let setPersonsApart: SetPersonsApart
    let correctPersonRecord: CorrectPersonRecord
    let requestCorrection: RequestCorrection
    let showPersonRecord: ShowPersonRecord
    let reckonDueDays: ReckonDueDays
    let recordHandOver: RecordHandOver
    let issueCertificates: IssueCertificates
    let followObjections: FollowObjections
    let followFilings: FollowFilings
    let verifyCertificate = VerifyCertificate()
    let showRegistration: ShowRegistration
    let issuerKeys: IssuerKeys
    let signCertificates: SignCertificates
    let publishLists: PublishLists
    let changeStatus: ChangeStatus
    let decideRevocation: DecideRevocation
    let address: VerificationAddress
    let limits: PublicLimits
    let verifyStatement: VerifyStatement
    let verificationPages: VerificationPages
    let importHistoric: ImportHistoric
    let printCertificates: PrintCertificates
    let printPapers: PrintPapers
    let journal: Journal
    let renumberCertificates: RenumberCertificates
    let reissueCertificate: ReissueCertificate
    let province: ProvincialConnector

    init(_ environment: ServiceEnvironment) throws {
        let (journal, outbox) = (environment.journal, environment.outbox)
        layDownConfiguration = LayDownConfiguration(journal: journal)
        let vault = IdentityVault(keys: environment.keys)
        openRegistrations = OpenRegistrations(vault: vault, journal: journal)
        let number = NumberCertificates(journal: journal, outbox: outbox)
        submitRegistration = SubmitRegistration(
            vault: vault,
            reserve: ReserveNumbers(number: number),
            journal: journal
        )
        renumberCertificates = RenumberCertificates(
            number: number,
            provincial: TakeProvincialNumbers(number: number, journal: journal)
        )
        reissueCertificate = ReissueCertificate(journal: journal)
        setPersonsApart = SetPersonsApart(journal: journal)
        auditRegistration = AuditRegistration(
            number: number,
            returnPersons: ReturnPersons(setApart: setPersonsApart, journal: journal),
            journal: journal
        )
        showPersonRecord = ShowPersonRecord(vault: vault, keys: environment.keys)
        reckonDueDays = ReckonDueDays(journal: journal)
        recordHandOver = RecordHandOver(journal: journal)
        followObjections = FollowObjections(number: number, journal: journal)
        let status = TellStatus(outbox: outbox)
        followFilings = FollowFilings(number: number, status: status, journal: journal)
        changeStatus = ChangeStatus(tell: status, journal: journal)
        decideRevocation = DecideRevocation(changeStatus: changeStatus, journal: journal)
        address = try VerificationAddress(environment)
        limits = try PublicLimits(environment)
        verificationPages = try VerificationPages(bureau: environment.keys.bureau)
        issuerKeys = IssuerKeys(store: IssuerKeyStore(keys: environment.keys), journal: journal)
        signCertificates = SignCertificates(keys: issuerKeys)
        correctPersonRecord = CorrectPersonRecord(
            sign: signCertificates,
            vault: vault,
            keys: environment.keys,
            journal: journal
        )
        requestCorrection = RequestCorrection(
            correct: correctPersonRecord,
            store: CorrectionRequestStore(keys: environment.keys),
            journal: journal,
            outbox: outbox
        )
        verifyStatement = VerifyStatement(keys: issuerKeys.store)
        publishLists = PublishLists(keys: issuerKeys.store, bureau: environment.keys.bureau)
        issueCertificates = IssueCertificates(
            sign: signCertificates,
            status: status,
            journal: journal,
            outbox: outbox
        )
        showRegistration = ShowRegistration(vault: vault)
        importHistoric = ImportHistoric(vault: vault, journal: journal)
        province = try ProvincialConnector(
            environment,
            vault: vault,
            audit: auditRegistration,
            numbers: renumberCertificates.provincial
        )
        printCertificates = PrintCertificates(
            vault: vault,
            photos: Photos(attachments: try AttachmentStore([Photos.purpose], environment)),
            address: address
        )
        printPapers = PrintPapers(
            print: printCertificates,
            store: PaperJobStore(keys: environment.keys),
            press: PaperPress(),
            journal: journal
        )
        self.journal = journal
    }
}
