import Kernel

/// The treatment beside pay that comes with a special-grade post (人才服务、政策支持、参与社会事务, 通知五), who owes it, and by when.
package struct TreatmentCatalogue: DatedDocument {
    package static let kind = ConfigurationKind.treatment

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// What of it is assumed and not laid down by the basis, and how it is replaced, in words; nil where nothing is.
    package let note: String?
    package let items: [Entry]

    /// One kind of treatment.
    package struct Entry: Hashable, Codable, Sendable {
        /// What lists and items name it by; stays the same over documents.
        package let code: String
        package let name: String
        package let owedBy: TreatmentDebtor
        /// Working days from the first day of the pay within which it is granted.
        package let dueDays: Int

        /// A line of the catalogue.
        package init(code: String, name: String, owedBy: TreatmentDebtor, dueDays: Int) {
            self.code = code
            self.name = name
            self.owedBy = owedBy
            self.dueDays = dueDays
        }
    }

    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        if !(1...50).contains(items.count) {
            problems.append(
                FieldProblem(field: "items", code: "compensation.treatment-count", arguments: ["most": "50"])
            )
        }
        var codes: Set<String> = []
        for (index, entry) in items.enumerated() {
            func fail(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
                problems.append(FieldProblem(field: "items.\(index).\(field)", code: code, arguments: arguments))
            }
            if entry.code.wholeMatch(of: /[A-Z0-9][A-Z0-9-]{0,19}/) == nil {
                fail("code", "compensation.treatment-code")
            }
            if !codes.insert(entry.code).inserted { fail("code", "compensation.treatment-code-twice") }
            if entry.name.isEmpty { fail("name", "compensation.required") }
            if entry.name.count > 60 { fail("name", "compensation.too-long", ["most": "60"]) }
            problems += Self.problems(ofDays: ["items.\(index).dueDays": entry.dueDays])
            switch entry.owedBy.party {
            case .enterprise:
                if entry.owedBy.department != nil { fail("owedBy.department", "compensation.treatment-debtor") }
            case .department:
                let name = entry.owedBy.department ?? ""
                if name.isEmpty { fail("owedBy.department", "compensation.required") }
                if name.count > 60 { fail("owedBy.department", "compensation.too-long", ["most": "60"]) }
            }
        }
        return problems
    }
}

/// Who owes an item of treatment.
package struct TreatmentDebtor: Hashable, Codable, Sendable {
    /// The employer of the appointment, or a department of the authorities.
    package enum Party: String, Hashable, Codable, CaseIterable, Sendable {
        case enterprise, department
    }

    package let party: Party
    /// Which department; nil of the enterprise.
    package let department: String?

    /// The employer.
    package static let enterprise = TreatmentDebtor(party: .enterprise, department: nil)

    /// A department of a name.
    package static func department(_ name: String) -> TreatmentDebtor {
        TreatmentDebtor(party: .department, department: name)
    }
}
