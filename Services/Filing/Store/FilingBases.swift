import FilingDomain
import Kernel
import Messaging
import Postgres

/// The general filings that special-grade ones rest on.
struct FilingBases: Sendable {
    let generals: GeneralFilingStore

    /// The basis of a filing, its row locked so that it is in force as long as this transaction lasts.
    ///
    /// Always locked after the special-grade filing, so that two transactions never wait for each other.
    func basis(of filing: Stored<SpecialFiling>, in tx: borrowing Transaction) throws -> FilingBasis? {
        guard let general = filing.state.dossier?.generalFiling else { return nil }
        return try basis(on: generals.find(general.uuid, in: tx), in: tx)
    }

    /// The basis of papers, for a view: nothing is locked.
    func read(of dossier: Dossier, in tx: borrowing Transaction) throws -> FilingBasis? {
        try FilingRegister().generalFiling(dossier.generalFiling.uuid, in: tx)?.state.basis
    }

    /// The basis a general filing is, its row locked by the caller.
    func basis(on general: Stored<GeneralFiling>, in tx: borrowing Transaction) throws -> FilingBasis? {
        general.state.basis
    }
}
