import FilingDomain
import Kernel
import Messaging
import Postgres

/// The general filings that special-grade ones rest on.
struct FilingBases: Sendable {
    let generals: GeneralFilingStore
    let tenures: Tenures

    /// The basis of a filing, its row locked so that it is in force as long as this transaction lasts.
    ///
    /// Always locked after the special-grade filing, so that two transactions never wait for each other.
    func basis(of filing: Stored<SpecialFiling>, in tx: borrowing Transaction) throws -> FilingBasis? {
        guard let general = filing.state.dossier?.generalFiling else { return nil }
        return try basis(on: generals.find(general.uuid, in: tx), in: tx)
    }

    /// The basis of papers, for a view: nothing is locked.
    func read(of dossier: Dossier, in tx: borrowing Transaction) throws -> FilingBasis? {
        try TenureRegister().find(dossier.generalFiling.uuid, in: tx)?.state.basis
    }

    /// The basis a general filing is now, by its life and not by its application; both rows locked.
    func basis(on general: Stored<GeneralFiling>, in tx: borrowing Transaction) throws -> FilingBasis? {
        try tenures.basis(of: general.id, in: tx)
    }
}
