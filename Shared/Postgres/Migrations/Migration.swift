/// One step of a database's schema, and the way back.
///
/// A migration that has been applied anywhere is never changed. Its text is SQL, several statements if need be, run in one
/// transaction; `{{service}}` in it stands for the serving role, which gets exactly what migrations grant it.
package struct Migration: Sendable, Hashable {
    /// What it is called in the database, such as `v001_filing`; unique and never changed.
    package let name: String
    /// The SQL that takes the step.
    package let forward: [UInt8]
    /// The SQL that takes it back; not part of the checksum, since a wrong way back must be mendable.
    package let rollback: [UInt8]

    /// - Parameters:
    ///   - name: What it is called in the database; unique and never changed.
    ///   - forward: The SQL that takes the step, UTF-8.
    ///   - rollback: The SQL that takes it back, UTF-8.
    package init(_ name: String, forward: [UInt8], rollback: [UInt8]) {
        self.name = name
        self.forward = forward
        self.rollback = rollback
    }
}

/// Why a database was not migrated.
package enum MigrationError: Error, Hashable, CustomStringConvertible {
    /// Two migrations have this name.
    case duplicateName(String)
    /// The text of an applied migration is not what it was.
    case changed(String)
    /// The database has a migration this program does not know; it belongs to a newer one.
    case unknown(String)
    /// The text is not UTF-8.
    case notText(String)
    /// The text ends its transaction.
    case endsTransaction(String)

    package var description: String {
        switch self {
        case .duplicateName(let name): "two migrations are called \(name)"
        case .changed(let name): "migration \(name) was changed after it had been applied"
        case .unknown(let name): "the database has migration \(name), which this program does not know"
        case .notText(let name): "migration \(name) is not UTF-8"
        case .endsTransaction(let name): "migration \(name) ends the transaction it runs in"
        }
    }
}
