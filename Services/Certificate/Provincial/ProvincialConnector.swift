import CertificateDomain
import Foundation
import Messaging
import Postgres
import ServiceKit

/// Everything between this system and the provincial one.
struct ProvincialConnector {
    let settings: ProvinceSettings
    let store: UploadStore
    let queue: QueueUploads
    let choose: ChooseUploads
    let hear: HearReceipts
    let act: ActOnReceipts
    let drifts: DriftStore
    let settle: SettleDrift
    let export: ExportUploads
    let importing: ImportReceipts

    /// Puts it together.
    ///
    /// - Throws: What is wrong with the settings.
    init(
        _ environment: ServiceEnvironment,
        vault: IdentityVault,
        audit: AuditRegistration,
        numbers: TakeProvincialNumbers
    ) throws {
        settings = try ProvinceSettings(environment)
        let journal = environment.journal
        store = UploadStore(keys: environment.keys)
        drifts = DriftStore(journal: journal)
        let withdraw = WithdrawUploads(store: store, drifts: drifts, journal: journal)
        queue = QueueUploads(store: store, vault: vault, journal: journal, settings: settings, withdraw: withdraw)
        choose = ChooseUploads(store: store, withdraw: withdraw, journal: journal)
        act = ActOnReceipts(store: store, audit: audit, numbers: numbers, drifts: drifts, journal: journal)
        hear = HearReceipts(store: store, drifts: drifts, act: act, journal: journal)
        settle = SettleDrift(drifts: drifts, store: store, queue: queue, act: act)
        export = ExportUploads(store: store, queue: queue, choose: choose, journal: journal)
        importing = ImportReceipts(hear: hear)
    }
}
