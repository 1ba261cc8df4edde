import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// With which centre each general filing is filed, and who may therefore act on it.
struct FilingAddressees: Sendable {
    let authorities: AuthorityStore
    let journal: Journal

    /// Addresses a new general filing; without a word of the enterprise it goes to the city's centre.
    ///
    /// - Throws: ``FilingAddressee/Rejection/takesNoFilings``.
    func address(
        _ filing: UUID,
        to kind: Authority.Kind,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var addressee = Stored<FilingAddressee>(new: NewID.v7())
        try addressee.handle(.address(filing: filing, to: kind, on: cause.today))
        let authority = try authorities.find(kind, in: tx)
        try tx.execute("UPDATE general_filing SET filing_authority = \(authority.id) WHERE id = \(filing)")
        try journal.append(addressee, of: "filing_addressee", because: cause, in: tx)
    }

    /// The kind of authority a general filing is filed with.
    ///
    /// - Throws: `NotFound`.
    func kind(ofGeneral filing: UUID, in tx: borrowing Transaction) throws -> Authority.Kind {
        try kinds(ofGeneral: [filing], in: tx)[filing].orNotFound("general-filing")
    }

    /// The kinds of authority general filings are filed with.
    func kinds(ofGeneral filings: [UUID], in tx: borrowing Transaction) throws -> [UUID: Authority.Kind] {
        let rows = try tx.query(
            """
            SELECT filing.id, authority.kind FROM general_filing AS filing
            JOIN authority ON authority.id = filing.filing_authority WHERE filing.id = ANY (\(filings))
            """
        )
        return try Dictionary(
            rows.map { (try $0["id"], Authority.Kind(rawValue: try $0["kind"]) ?? .centre) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The kind of authority a special-grade filing is filed with: that of the general filing it rests on (通知四).
    ///
    /// - Throws: `NotFound`.
    func kind(ofSpecial filing: UUID, in tx: borrowing Transaction) throws -> Authority.Kind {
        let row = try tx.query(
            """
            SELECT authority.kind FROM special_filing AS filing
            JOIN general_filing AS general ON general.id = filing.general_filing
            JOIN authority ON authority.id = general.filing_authority WHERE filing.id = \(filing)
            """
        ).first
        return try row.flatMap { Authority.Kind(rawValue: try $0["kind"]) }.orNotFound("special-filing")
    }
}

/// The filing is with the other centre.
struct OtherAuthority: Rejection, Hashable {
    let kind: Authority.Kind

    var code: String { "filing.other-authority" }
    var arguments: [String: String] { ["authority": kind.chinese] }
}

extension Authority.Kind {
    /// As people call it.
    var chinese: String {
        switch self {
        case .centre: "市职业技能鉴定服务中心"
        case .provinceCentre: "省职业技能鉴定指导中心"
        case .bureau: "市人力资源社会保障局"
        }
    }
}

extension Role {
    /// The authority an officer is of; nil for everybody else.
    var authority: Authority.Kind? {
        switch self {
        case .centreOfficer: .centre
        case .provinceOfficer: .provinceCentre
        case .bureauOfficer: .bureau
        case .countyOfficer, .enterpriseHR, .evaluator, .objectionHandler, .employee, .operator, .everyone: nil
        }
    }
}

extension Call {
    /// Says with which authority a filing is; refuses an officer of the other centre.
    ///
    /// The bureau supervises both, and its rows say what it may do; everybody who is no officer is not asked.
    ///
    /// - Throws: ``OtherAuthority``.
    func require(authority kind: Authority.Kind) throws {
        guard let own = caller.role.authority, own != .bureau else { return }
        guard own == kind else { throw OtherAuthority(kind: kind) }
    }
}

extension Optional {
    fileprivate func orNotFound(_ what: String) throws -> Wrapped {
        guard let self else { throw NotFound(what) }
        return self
    }
}
