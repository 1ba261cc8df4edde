import CompensationDomain
import Postgres

/// What reads like an amount of pay and is none: band codes of before they had to be short, names and reasons that the
/// enterprise's own records have already.
///
/// The template writes them, so a file that comes back has them; nothing is learnt from a cell that says what is on record.
struct OwnWords: Hashable, Sendable {
    var bands: Set<String> = []
    var names: Set<String> = []
    var reasons: Set<String> = []

    /// None; then whatever reads like an amount is one.
    init() {}

    /// Those of an enterprise, as its records stand.
    init(of creditCode: String, in database: borrowing some Querying & ~Copyable) throws {
        let rows = try database.query(
            """
            SELECT 1 AS place, band AS text FROM benchmark WHERE credit_code = \(creditCode)
            UNION SELECT 1, appointment_band.band FROM appointment_band JOIN appointment ON appointment.id = appointment
            WHERE credit_code = \(creditCode)
            UNION SELECT 1, band FROM attestation WHERE credit_code = \(creditCode)
            UNION SELECT 2, COALESCE(
                jsonb_path_query_first(holder.state, '$.*._1.name'), jsonb_path_query_first(holder.state, '$.*._0.name')
            ) #>> '{}'
            FROM appointment JOIN holder ON holder.certificate = appointment.certificate
            WHERE appointment.credit_code = \(creditCode)
            UNION SELECT 3, jsonb_path_query_first(state, '$.*._0.reason') #>> '{}'
            FROM attestation WHERE credit_code = \(creditCode) AND standing <> 'met'
            """
        )
        for row in rows {
            guard let text = try row.decode("text", as: String?.self) else { continue }
            switch try row.decode("place", as: Int.self) {
            case 1: if PayMention.isIn(text) { bands.insert(text) }
            case 2: if PayMention.isInName(text) { names.insert(text) }
            default: if PayMention.isIn(text) { reasons.insert(text) }
            }
        }
    }

    /// Whether a cell of a column may be kept.
    func allows(_ text: String, in field: String) -> Bool {
        switch field {
        case "band": bands.contains(text) || !PayMention.isIn(text)
        case "name": !PayMention.isInName(text) || names.contains(text)
        case "reason": !PayMention.isIn(text) || reasons.contains(text)
        default: !PayMention.isIn(text)
        }
    }
}
