import Cryptography
import Foundation
import Kernel
import Postgres
import PublicityTimerDomain

/// The codes by which notices' pages are opened.
struct SiteCodes {
    let keys: KeyRing

    /// The code of a notice; drawn when it is first asked for, or anew where the old one got out.
    func code(of notice: UUID, renewed: Bool = false, in tx: borrowing Transaction) throws -> SiteCode {
        try tx.execute("INSERT INTO notice_page (notice) VALUES (\(notice)) ON CONFLICT DO NOTHING")
        let row = try tx.query("SELECT code_sealed FROM notice_page WHERE notice = \(notice) FOR UPDATE").first
        if !renewed, let sealed = try row?.decode("code_sealed", as: [UInt8]?.self),
            let code = SiteCode(try keys.fields.open(sealed, of: Self.owner(notice)))
        {
            return code
        }
        var random = SystemRandomNumberGenerator()
        let code = SiteCode(using: &random)
        try tx.execute(
            """
            UPDATE notice_page SET code_hash = \(hash(code.text, notice)),
                code_sealed = \(try keys.fields.seal(code.text, of: Self.owner(notice)))
            WHERE notice = \(notice)
            """
        )
        return code
    }

    /// The code of a notice; nil where none was drawn.
    func known(of notice: UUID, in tx: borrowing Transaction) throws -> SiteCode? {
        let row = try tx.query("SELECT code_sealed FROM notice_page WHERE notice = \(notice)").first
        guard let sealed = try row?.decode("code_sealed", as: [UInt8]?.self) else { return nil }
        return SiteCode(try keys.fields.open(sealed, of: Self.owner(notice)))
    }

    /// The codes of some notices, for those of which one was drawn.
    func known(of notices: [UUID], in tx: borrowing Transaction) throws -> [UUID: SiteCode] {
        let rows = try tx.query(
            """
            SELECT notice, code_sealed FROM notice_page
            WHERE notice = ANY (\(notices)::uuid[]) AND code_sealed IS NOT NULL
            """
        )
        var codes: [UUID: SiteCode] = [:]
        for row in rows {
            let notice: UUID = try row.decode("notice")
            codes[notice] = SiteCode(try keys.fields.open(row.decode("code_sealed"), of: Self.owner(notice)))
        }
        return codes
    }

    /// Whether a code opens the page of a notice.
    ///
    /// Whatever was typed is hashed, and compared also where there is no such notice: neither the answer nor its time
    /// tells which it was.
    func opens(_ typed: String, _ notice: UUID, in tx: borrowing Transaction) throws -> Bool {
        let row = try tx.query("SELECT code_hash FROM notice_page WHERE notice = \(notice)").first
        let known = try row?.decode("code_hash", as: [UInt8]?.self)
        let isSame = hash(Normalised.identifier(typed), notice).isSame(as: known ?? [UInt8](repeating: 0, count: 32))
        return isSame && known != nil
    }

    private func hash(_ code: String, _ notice: UUID) -> [UInt8] {
        keys.index.of("site-code \(notice.lowercase) \(code)")
    }

    private static func owner(_ notice: UUID) -> String { "site-code \(notice.lowercase)" }
}
