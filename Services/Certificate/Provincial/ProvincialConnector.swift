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
        queue = QueueUploads(store: store, vault: vault, journal: journal, settings: settings)
        drifts = DriftStore(journal: journal)
        act = ActOnReceipts(store: store, audit: audit, numbers: numbers, drifts: drifts)
        hear = HearReceipts(store: store, drifts: drifts, act: act, journal: journal)
        settle = SettleDrift(drifts: drifts, store: store, queue: queue)
        export = ExportUploads(store: store, journal: journal)
        importing = ImportReceipts(hear: hear)
    }
}
