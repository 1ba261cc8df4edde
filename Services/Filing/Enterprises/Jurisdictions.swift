import Postgres

/// The authority's table of counties and zones.
struct Jurisdictions: Sendable {
    /// The code of a county or zone that somebody names by code or by name; nil where there is none such.
    func code(of text: String, in tx: borrowing Transaction) throws -> String? {
        try tx.query("SELECT code FROM jurisdiction WHERE code = \(text) OR name = \(text)").first.map {
            try $0["code"]
        }
    }
}
