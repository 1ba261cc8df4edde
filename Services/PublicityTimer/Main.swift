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
    static let migrations = [
        Migration(
            "v001_publicity_timer",
            forward: PackageResources.v001_publicity_timer_sql,
            rollback: PackageResources.v001_publicity_timer_rollback_sql
        )
    ]

    static func main() async { await ServiceKit.main(Main.self) }

    let calendar: WorkingCalendar
    let keys: KeyRing
    let register = NoticeRegister()
    let objections = ObjectionStore()
    let openNotices: OpenNotices
    let withdrawNotices: WithdrawNotices
    let completeDueNotices: CompleteDueNotices
    let receiveObjection: ReceiveObjection
    let acceptObjection: AcceptObjection
    let decideObjection: DecideObjection

    init(_ environment: ServiceEnvironment) throws {
        let (journal, outbox) = (environment.journal, environment.outbox)
        let store = NoticeStore()
        let announce = AnnounceNotices(store: store, journal: journal, outbox: outbox)
        calendar = try WorkingCalendar.initial()
        keys = environment.keys
        let publishCalendar = PublishCalendar(
            calendar: calendar,
            store: CalendarStore(),
            journal: journal,
            outbox: outbox
        )
        openNotices = OpenNotices(
            store: store,
            announce: announce,
            calendar: calendar,
            publishCalendar: publishCalendar
        )
        withdrawNotices = WithdrawNotices(store: store, announce: announce)
        completeDueNotices = CompleteDueNotices(store: store, announce: announce)
        receiveObjection = ReceiveObjection(
            notices: store,
            objections: objections,
            announce: announce,
            journal: journal,
            keys: keys
        )
        acceptObjection = AcceptObjection(
            notices: store,
            objections: objections,
            announce: announce,
            journal: journal
        )
        decideObjection = DecideObjection(
            notices: store,
            objections: objections,
            announce: announce,
            journal: journal
        )
    }
}
