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
        )
    ]

    static func main() async { await ServiceKit.main(Main.self) }

    let enterprises = EnterpriseStore()
    let jurisdictions = Jurisdictions()
    let generalFilings = GeneralFilingStore()
    let specialFilings = SpecialFilingStore()
    let register = FilingRegister()
    let contacts: ContactStore

    let registerEnterprise: RegisterEnterprise
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

    init(_ environment: ServiceEnvironment) throws {
        let (journal, outbox) = (environment.journal, environment.outbox)
        let bases = FilingBases(generals: generalFilings)
        let receipts = ReceiptCounter(word: environment.setting("receipt.word") ?? "滨特备")
        contacts = ContactStore(cipher: environment.keys.fields)
        registerEnterprise = RegisterEnterprise(
            enterprises: enterprises,
            contacts: contacts,
            journal: journal,
            outbox: outbox
        )
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
            receipts: receipts,
            journal: journal,
            outbox: outbox
        )
        refuseSpecialFiling = RefuseSpecialFiling(filings: specialFilings, journal: journal)
    }
}
