import Contracts
import Cryptography
import Messaging
import Postgres
import ServiceKit

/// Keeps the register of enterprises and their filings (备案).
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.filing
    static let migrations = [
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
            "v005_import",
            forward: PackageResources.v005_import_sql,
            rollback: PackageResources.v005_import_rollback_sql
        ),
        Migration(
            "v006_register",
            forward: PackageResources.v006_register_sql,
            rollback: PackageResources.v006_register_rollback_sql
        ),
    ]

    static func main() async { await ServiceKit.main(Main.self) }

    let enterprises = EnterpriseStore()
    let jurisdictions = Jurisdictions()
    let generalFilings = GeneralFilingStore()
    let specialFilings = SpecialFilingStore()
    let register = FilingRegister()
    let contacts: ContactStore
    let authorities: Authorities
    let addressees: FilingAddressees
    let coverages: Coverages
    let questions: Questions
    let liaisons: Liaisons
    let policyNotes: PolicyNotes

    let registerEnterprise: RegisterEnterprise
    let changeEnterprise: ChangeEnterprise
    let listJurisdictions: ListJurisdictions
    let importJurisdictions: ImportJurisdictions
    let submitGeneralFiling: SubmitGeneralFiling
    let acceptGeneralFiling: AcceptGeneralFiling
    let refuseGeneralFiling: RefuseGeneralFiling
    let draftSpecialFiling: DraftSpecialFiling
    let replaceWorkPlan: ReplaceWorkPlan
    let reviseApplication: ReviseApplication
    let submitSpecialFiling: SubmitSpecialFiling
    let requestCorrections: RequestCorrections
    let acceptSpecialFiling: AcceptSpecialFiling
    let refuseSpecialFiling: RefuseSpecialFiling
    let imports: Imports
    let publicRegister: PublicRegister

    init(_ environment: ServiceEnvironment) throws {
        let (journal, outbox) = (environment.journal, environment.outbox)
        let bases = FilingBases(generals: generalFilings)
        let receipts = ReceiptCounter(word: environment.setting("receipt.word") ?? "滨特备")
        contacts = ContactStore(cipher: environment.keys.fields)
        authorities = Authorities(environment)
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
        submitGeneralFiling = SubmitGeneralFiling(filings: generalFilings, journal: journal)
        acceptGeneralFiling = AcceptGeneralFiling(
            filings: generalFilings,
            agencyCodes: AgencyCodeRegister(),
            journal: journal
        )
        refuseGeneralFiling = RefuseGeneralFiling(filings: generalFilings, journal: journal)
        draftSpecialFiling = DraftSpecialFiling(filings: specialFilings, journal: journal)
        replaceWorkPlan = ReplaceWorkPlan(filings: specialFilings, journal: journal)
        reviseApplication = ReviseApplication(filings: specialFilings, bases: bases, journal: journal)
        submitSpecialFiling = SubmitSpecialFiling(filings: specialFilings, bases: bases, journal: journal)
        requestCorrections = RequestCorrections(filings: specialFilings, journal: journal)
        acceptSpecialFiling = AcceptSpecialFiling(
            filings: specialFilings,
            bases: bases,
            enterprises: enterprises,
            coverages: coverages,
            receipts: receipts,
            journal: journal,
            outbox: outbox
        )
        refuseSpecialFiling = RefuseSpecialFiling(filings: specialFilings, journal: journal)
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
            enter: EnterGeneralFilings(
                store: generalFilings,
                agencyCodes: AgencyCodeRegister(),
                addressees: addressees,
                journal: journal
            ),
            journal: journal
        )
    }
}
