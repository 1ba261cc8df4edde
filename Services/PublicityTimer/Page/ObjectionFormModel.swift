import Attachments
import Foundation
import Kernel
import PublicityTimerDomain
import ServiceKit

/// The objection form of a page, with what was typed and what is wrong with it.
struct ObjectionFormModel {
    let action: String
    let token: String
    let code: String?
    let names: [Choice]
    let isAboutName: Bool
    let isAboutProcedure: Bool
    let isAboutOmission: Bool
    let missing: String?
    let reason: String?
    let evidence: String?
    let isRealName: Bool
    let isAnonymous: Bool
    let objector: String?
    let contact: String?
    let isToEnterprise: Bool
    let isToAuthority: Bool
    let office: String
    let authority: String
    let mostFiles: Int
    let mostMegabytes: Int
    let hadFiles: Bool
    let errors: [Fault]
    let hasErrors: Bool
    let aboutFault: String?
    let personFault: String?
    let missingFault: String?
    let reasonFault: String?
    let evidenceFault: String?
    let objectorFault: String?
    let contactFault: String?
    let addresseeFault: String?
    let filesFault: String?

    /// A name that can be chosen.
    struct Choice {
        let person: String
        let label: String
        let isChosen: Bool
    }

    /// Something wrong, with the field it is about.
    struct Fault {
        let field: String
        let anchor: String
        let message: String
    }

    /// How many files a form takes, and how large each may be.
    static let mostFiles = 3

    /// The form of a notice.
    ///
    /// - Parameters:
    ///   - notice: The notice's id.
    ///   - rows: The names that are on show.
    ///   - token: What shows that this service handed it out.
    ///   - code: The site code it was opened with, for the links that follow.
    ///   - offices: The two who can be chosen.
    ///   - typed: What was sent before, nil for an empty form.
    ///   - faults: What is wrong with it.
    init(
        of notice: UUID,
        names rows: [ShownNameModel],
        token: String,
        code: String?,
        offices: (enterprise: String, authority: String),
        typed: Form? = nil,
        faults: [Fault] = []
    ) {
        action = "/notices/\(notice.lowercase)/page/objections"
        self.token = token
        self.code = code
        let person = typed?["person"]
        names = rows.map { row in
            Choice(
                person: row.person,
                label: row.isNamesake ? "\(row.name)（\(row.unit)，\(row.workshop)）" : "\(row.name)（\(row.workshop)）",
                isChosen: row.person == person
            )
        }
        let about = typed?["about"]
        isAboutName = about == "name"
        isAboutProcedure = about == "procedure"
        isAboutOmission = about == "omission"
        missing = typed?["missing"]
        reason = typed?["reason"]
        evidence = typed?["evidence"]
        isRealName = typed?["signing"] == "name"
        isAnonymous = typed?["signing"] == "anonymous"
        objector = typed?["objectorName"]
        contact = typed?["objectorContact"]
        isToEnterprise = typed?["addressee"] ?? "enterprise" == "enterprise"
        isToAuthority = typed?["addressee"] == "authority"
        (office, authority) = offices
        mostFiles = Self.mostFiles
        mostMegabytes = Objections.evidence.mostBytes >> 20
        hadFiles = typed?.files.isEmpty == false
        errors = faults
        hasErrors = !faults.isEmpty
        func fault(_ field: String) -> String? { faults.first { $0.field == field }?.message }
        aboutFault = fault("about")
        personFault = fault("person")
        missingFault = fault("missing")
        reasonFault = fault("reason")
        evidenceFault = fault("evidence")
        objectorFault = fault("objector.name") ?? fault("signing")
        contactFault = fault("objector.contact")
        addresseeFault = fault("addressee")
        filesFault = fault("files")
    }
}
