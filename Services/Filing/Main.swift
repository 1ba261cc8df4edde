import Attachments
import Contracts
import Cryptography
import FilingDomain
import Messaging
import Postgres
import ServiceKit

/// Keeps the register of enterprises and their filings (备案).
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.filing
    static let migrations =
        [
            Migration(
                "v001_filing",
                forward: PackageResources.v001_filing_sql,
                rollback: PackageResources.v001_filing_rollback_sql
            ),
            Migration(
                "v002_who",
                forward: PackageResources.v002_who_sql,
                rollback: PackageResources.v002_who_rollback_sql
            ),
            Migration(
                "v003_handling",
                forward: PackageResources.v003_handling_sql,
                rollback: PackageResources.v003_handling_rollback_sql
            ),
            Migration(
                "v004_tenure",
                forward: PackageResources.v004_tenure_sql,
                rollback: PackageResources.v004_tenure_rollback_sql
            ),
            Migration(
                "v005_import",
                forward: PackageResources.v005_import_sql,
                rollback: PackageResources.v005_import_rollback_sql
            ),
            Migration(
                "v006_register",
                forward: PackageResources.v006_register_sql,
                rollback: PackageResources.v006_register_rollback_sql
            ),
            Migration(
                "v007_certificate_status",
                forward: PackageResources.v007_certificate_status_sql,
                rollback: PackageResources.v007_certificate_status_rollback_sql
            ),
        ] + attachmentMigrations

    static func main() async { await ServiceKit.main(Main.self) }

    let enterprises = EnterpriseStore()
    let jurisdictions = Jurisdictions()
    let register = FilingRegister()
    let contacts: ContactStore
    let authorities: Authorities
    let tenures: Tenures
    let passDays: PassDays
    let tenureRegister = TenureRegister()
    let tenureRequests: TenureRequests
    let record = ReadRecord()
    let exitDesk: ExitDesk
    let decideExit: DecideExit
    let addressees: FilingAddressees
    let coverages: Coverages
    let questions: Questions
    let liaisons: Liaisons
    let policyNotes: PolicyNotes

    let registerEnterprise: RegisterEnterprise
    let changeEnterprise: ChangeEnterprise
    let listJurisdictions: ListJurisdictions
    let importJurisdictions: ImportJurisdictions
    let papers: FilingPapers
    let files: FilingFiles
    let interests: OfficerInterests
    let generals: GeneralFilings
    let acceptGeneralFiling: AcceptGeneralFiling
    let enterGeneralFilings: EnterGeneralFilings
    let specials: SpecialFilings
    let acceptSpecialFiling: AcceptSpecialFiling
    let workPlanChanges: WorkPlanChanges
    let imports: Imports
    let publicRegister: PublicRegister

    init(_ environment: ServiceEnvironment) throws {
        let (journal, outbox) = (environment.journal, environment.outbox)
        authorities = Authorities(environment)
        tenures = Tenures(
            store: TenureStore(),
            announce: AnnounceTenures(enterprises: enterprises, outbox: outbox),
            journal: journal,
            rules: TenureRules(
                opens: environment.setting("renewal.days"),
                thresholds: environment.setting("renewal.reminders")
            )
        )
        passDays = PassDays(tenures: tenures)
        tenureRequests = TenureRequests(
            store: TenureRequestStore(),
            tenures: tenures,
            record: record,
            journal: journal
        )
        exitDesk = ExitDesk(
            store: ExitStore(),
            tenures: tenures,
            enterprises: enterprises,
            authorities: authorities,
            counter: DocumentCounter(),
            rules: ExitRules(environment),
            journal: journal
        )
        decideExit = DecideExit(desk: exitDesk, preview: DrawPreview(record: record))
        contacts = ContactStore(cipher: environment.keys.fields)
        addressees = FilingAddressees(authorities: authorities.store, journal: journal)
        coverages = Coverages(enterprises: enterprises, journal: journal)
        questions = try Questions(environment, authorities: authorities)
        liaisons = Liaisons(cipher: environment.keys.fields, journal: journal)
        policyNotes = PolicyNotes(journal: journal)
        let announce = AnnounceEnterprise(outbox: outbox)
        registerEnterprise = RegisterEnterprise(
            enterprises: enterprises,
            contacts: contacts,
            journal: journal,
            announce: announce
        )
        changeEnterprise = ChangeEnterprise(
            enterprises: enterprises,
            contacts: contacts,
            journal: journal,
            announce: announce
        )
        listJurisdictions = ListJurisdictions(jurisdictions: jurisdictions, journal: journal)
        importJurisdictions = ImportJurisdictions(list: listJurisdictions)
        papers = FilingPapers(environment, enterprises: enterprises, authorities: authorities, addressees: addressees)
        files = FilingFiles(store: try AttachmentStore(FilingFiles.purposes + [PolicyNoteFiles.purpose], environment))
        let desk = HandlingDesk(journal: journal, promise: try HandlingPromise(environment))
        interests = OfficerInterests(desk: desk, enterprises: enterprises, journal: journal)
        generals = GeneralFilings(
            store: GeneralFilingStore(),
            agencyCodes: AgencyCodeRegister(),
            tenures: tenures,
            desk: desk,
            papers: papers,
            files: files,
            journal: journal
        )
        acceptGeneralFiling = AcceptGeneralFiling(filings: generals)
        enterGeneralFilings = EnterGeneralFilings(filings: generals, addressees: addressees)
        let bases = FilingBases(generals: generals.store, tenures: tenures)
        specials = SpecialFilings(
            store: SpecialFilingStore(),
            bases: bases,
            rule: try ScopeRule(environment),
            desk: desk,
            papers: papers,
            files: files,
            journal: journal
        )
        acceptSpecialFiling = AcceptSpecialFiling(
            filings: specials,
            enterprises: enterprises,
            coverages: coverages,
            outbox: outbox
        )
        workPlanChanges = WorkPlanChanges(
            bases: bases,
            desk: desk,
            papers: papers,
            journal: journal,
            putInForce: { [tenures] filing, plan, cause, tx in
                try tenures.change(filing, because: cause, in: tx) { _, _ in
                    .fileWorkPlan(plan: FiledWorkPlan(plan), on: cause.today)
                }
            }
        )
        publicRegister = try PublicRegister(authorities: authorities)
        imports = Imports(
            store: FilingImportStore(cipher: environment.keys.fields),
            lookups: ImportLookups(jurisdictions: jurisdictions),
            register: RegisterEnterprises(
                enterprises: enterprises,
                contacts: contacts,
                journal: journal,
                announce: announce
            ),
            enter: enterGeneralFilings,
            journal: journal
        )
    }
}
