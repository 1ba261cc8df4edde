import FilingDomain
import Kernel
import Postgres
import ServiceKit

/// The body of `POST /enterprises`.
struct EnterpriseBody: Decodable {
    let creditCode: String?
    let name: String?
    let jurisdiction: String?
    let legalRepresentative: String?
    /// One person to call, as clients wrote before there could be several.
    let contact: ContactBody?
    let contacts: [ContactBody]?
    let units: [UnitBody]?

    /// What an officer puts on the register.
    struct Read {
        let particulars: EnterpriseParticulars
        let contacts: [Contact]
        let units: [UnitParticulars]
    }

    /// The particulars, whom to call, and the units.
    ///
    /// - Throws: `InvalidInput`.
    func read(_ jurisdictions: Jurisdictions, in tx: borrowing Transaction) throws -> Read {
        var check = Check()
        let creditCode = check.creditCode(creditCode, "creditCode")
        let name = check.text(name, "name")
        let jurisdiction = try check.place(jurisdiction, "jurisdiction", among: jurisdictions, in: tx)
        let representative = check.text(legalRepresentative, "legalRepresentative")
        let persons: [Contact]
        if let contacts {
            persons = ContactBody.read(contacts, &check)
        } else {
            persons = [(contact ?? ContactBody()).read(&check, "contact")].compactMap(\.self)
        }
        let given = units ?? []
        if given.count > Enterprise.mostUnits {
            check.problem("units", "filing.too-many", ["most": String(Enterprise.mostUnits)])
        }
        let units = try given.prefix(Enterprise.mostUnits).enumerated().map { index, unit in
            try unit.read(&check, "units[\(index)].", jurisdictions, in: tx)
        }
        let (code, place) = try check.done(creditCode, jurisdiction)
        return Read(
            particulars: EnterpriseParticulars(
                creditCode: code,
                name: name,
                jurisdiction: place,
                legalRepresentative: representative
            ),
            contacts: persons,
            units: units.compactMap(\.self)
        )
    }
}

/// The body of `PUT /enterprises/{id}/particulars`.
struct ParticularsBody: Decodable {
    let name: String?
    let jurisdiction: String?
    let legalRepresentative: String?
    let basis: String?

    /// What is to be on record, and what proves it; a member that is left out stays as it is.
    ///
    /// Which county an enterprise files under is the officers' to say: it decides who watches over it.
    ///
    /// - Throws: `InvalidInput`.
    func read(
        over old: EnterpriseParticulars,
        by role: Role,
        _ jurisdictions: Jurisdictions,
        in tx: borrowing Transaction
    ) throws -> (EnterpriseParticulars, basis: String) {
        var check = Check()
        let name = name == nil ? old.name : check.text(name, "name")
        var place: String? = old.jurisdiction
        if let jurisdiction {
            place = try check.place(jurisdiction, "jurisdiction", among: jurisdictions, in: tx)
            if let place, place != old.jurisdiction, role.isOfEnterprise {
                check.problem("jurisdiction", "filing.jurisdiction-by-officer")
            }
        }
        let representative =
            legalRepresentative == nil
            ? old.legalRepresentative : check.text(legalRepresentative, "legalRepresentative")
        let basis = check.text(basis, "basis", most: 500)
        let jurisdiction = try check.done(place)
        return (
            EnterpriseParticulars(
                creditCode: old.creditCode,
                name: name,
                jurisdiction: jurisdiction,
                legalRepresentative: representative
            ),
            basis
        )
    }
}

/// The body of `PUT /enterprises/{id}/contacts`.
struct ContactsBody: Decodable {
    let contacts: [ContactBody]?

    /// Whom to call from now on, at least one.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> [Contact] {
        var check = Check()
        let persons = ContactBody.read(check.list(contacts, "contacts", most: ContactBody.most), &check)
        try check.done()
        return persons
    }
}

/// Whom to call, as clients write it.
struct ContactBody: Decodable {
    /// So many persons one enterprise may name.
    static let most = 20

    var purpose: String?
    var name: String?
    var telephone: String?
    var email: String?

    /// All persons, with what is wrong with each noted.
    static func read(_ bodies: [ContactBody], _ check: inout Check) -> [Contact] {
        if bodies.isEmpty { check.problem("contacts", "common.missing-member") }
        if bodies.count > most { check.problem("contacts", "filing.too-many", ["most": String(most)]) }
        return bodies.prefix(most).enumerated().compactMap { $1.read(&check, "contacts[\($0)]") }
    }

    /// One person; nil with a problem noted where the purpose is none.
    func read(_ check: inout Check, _ field: String) -> Contact? {
        let name = check.text(name, "\(field).name")
        let telephone = check.text(telephone, "\(field).telephone", most: 40)
        let email = check.email(email, "\(field).email")
        let purpose = (purpose ?? "").isEmpty ? .general : ContactPurpose(rawValue: purpose ?? "")
        guard let purpose else {
            let words = ContactPurpose.allCases.map(\.rawValue).joined(separator: "、")
            check.problem("\(field).purpose", "filing.unknown-word", ["words": words])
            return nil
        }
        return Contact(purpose: purpose, name: name, telephone: telephone, email: email)
    }
}
