import Attachments
import Contracts
import Cryptography
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// Shows proposed lists, keeps the clock of each, and takes objections (公示).
@main
struct Main: ServiceDefinition {
    static let name = ServiceName.publicityTimer
    static let migrations =
        [
            Migration(
                "v001_publicity_timer",
                forward: PackageResources.v001_publicity_timer_sql,
                rollback: PackageResources.v001_publicity_timer_rollback_sql
            ),
            Migration(
                "v002_rule_and_kinds",
                forward: PackageResources.v002_rule_and_kinds_sql,
                rollback: PackageResources.v002_rule_and_kinds_rollback_sql
            ),
            Migration(
                "v003_calendar_documents",
                forward: PackageResources.v003_calendar_documents_sql,
                rollback: PackageResources.v003_calendar_documents_rollback_sql
            ),
            Migration(
                "v004_channels",
                forward: PackageResources.v004_channels_sql,
                rollback: PackageResources.v004_channels_rollback_sql
            ),
            Migration(
                "v005_authorities",
                forward: PackageResources.v005_authorities_sql,
                rollback: PackageResources.v005_authorities_rollback_sql
            ),
        ] + attachmentMigrations + [
            // It also dates files, whose tables are made by those before.
            Migration(
                "v006_endings",
                forward: PackageResources.v006_endings_sql,
                rollback: PackageResources.v006_endings_rollback_sql
            )
        ]

    static func main() async { await ServiceKit.main(Main.self) }

    let calendars: CalendarStore
    let reckonings = ReckoningStore()
    let register = NoticeRegister()
    let publishCalendar: PublishCalendar
    let reckonAgain: ReckonAgain
    let openNotices: OpenNotices
    let amendNotices: AmendNotices
    let withdrawNotices: WithdrawNotices
    let completeDueNotices: CompleteDueNotices
    let confirmEnd: ConfirmEnd
    let desk: ObjectionDesk
    let attachments: AttachmentStore
    let objections: Objections
    let pages: NoticePages
    let channels: Channels
    let checkPages: CheckPages
    let flagDarkDays: FlagDarkDays
    let limits: PublicLimits

    init(_ environment: ServiceEnvironment) throws {
        let (journal, outbox) = (environment.journal, environment.outbox)
        let store = NoticeStore()
        let announce = AnnounceNotices(store: store, journal: journal, outbox: outbox)
        limits = try PublicLimits(environment)
        calendars = try CalendarStore()
        publishCalendar = PublishCalendar(
            store: calendars,
            reckonings: reckonings,
            journal: journal,
            outbox: outbox
        )
        attachments = try AttachmentStore([Objections.evidence, Channels.photos], environment)
        desk = ObjectionDesk(
            notices: store,
            objections: ObjectionStore(),
            announce: announce,
            journal: journal,
            outbox: outbox,
            calendars: calendars,
            keys: environment.keys,
            policy: try ObjectionPolicy(environment),
            close: try CloseObjection(environment, attachments: attachments)
        )
        objections = Objections(environment, desk: desk, attachments: attachments)
        reckonAgain = ReckonAgain(
            calendars: calendars,
            reckonings: reckonings,
            notices: store,
            objections: ReckonObjections(desk: desk),
            announce: announce
        )
        openNotices = OpenNotices(store: store, announce: announce, publishCalendar: publishCalendar)
        amendNotices = AmendNotices(store: store, announce: announce, calendars: calendars)
        withdrawNotices = WithdrawNotices(store: store, announce: announce)
        let judge = JudgeDays(journal: journal, looksEveryDay: environment.setting("clock") != "travel")
        completeDueNotices = CompleteDueNotices(
            store: store,
            calendars: calendars,
            announce: announce,
            hold: HoldDarkNotices(judge: judge, calendars: calendars)
        )
        confirmEnd = ConfirmEnd(notices: store, announce: announce)
        pages = try NoticePages(environment, policy: desk.policy)
        channels = Channels(
            attachments: attachments,
            journal: journal,
            notices: store,
            announce: announce,
            calendars: calendars,
            codes: pages.codes
        )
        checkPages = try CheckPages(environment, channels: channels, pages: pages, register: register)
        flagDarkDays = FlagDarkDays(judge: judge, calendars: calendars, register: register)
    }
}
