import Foundation
import Postgres

extension Main {
    /// From the register itself: this service is where the others have it from.
    static func jurisdictions(of enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        var jurisdictions: [UUID: String] = [:]
        for row in try tx.query("SELECT id, jurisdiction FROM enterprise WHERE id = ANY (\(enterprises)::uuid[])") {
            jurisdictions[try row["id"]] = try row["jurisdiction"] as String
        }
        return jurisdictions
    }
}
