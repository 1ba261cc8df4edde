import Foundation

/// A person's record as one side has it, for comparing both.
package struct ComparedRecord: Hashable, Sendable {
    package let upload: UUID
    package let creditCode: String
    package let revision: Int
    package let stage: Upload.Stage
    package let number: String?
    /// A digest of each field's value: what differs is named, and no value travels.
    package let fields: [String: String]

    package init(
        upload: UUID,
        creditCode: String,
        revision: Int,
        stage: Upload.Stage,
        number: String?,
        fields: [String: String]
    ) {
        self.upload = upload
        self.creditCode = creditCode
        self.revision = revision
        self.stage = stage
        self.number = number
        self.fields = fields
    }
}

/// Holds the records of both sides against each other, both ways.
package enum Comparison {
    /// Every difference, by upload and field.
    package static func findings(ours: [ComparedRecord], theirs: [ComparedRecord], at: Date) -> [Drift.Finding] {
        let here = Dictionary(ours.map { ($0.upload, $0) }, uniquingKeysWith: { first, _ in first })
        let there = Dictionary(theirs.map { ($0.upload, $0) }, uniquingKeysWith: { first, _ in first })
        let sent = ours.filter(\.stage.isCompared)
        var findings = sent.filter { there[$0.upload] == nil }.map { record in
            finding(.missingThere, record, ours: record.stage.rawValue, theirs: "", at)
        }
        for theirs in theirs {
            guard let ours = here[theirs.upload] else {
                findings.append(finding(.missingHere, theirs, ours: "", theirs: theirs.stage.rawValue, at))
                continue
            }
            // What was corrected is on its way and differs for that reason.
            if theirs.revision < ours.revision && theirs.stage == .rejected { continue }
            if ours.stage == .withdrawn {
                findings.append(
                    finding(.ahead, ours, field: "stage", ours: ours.stage.rawValue, theirs: theirs.stage.rawValue, at)
                )
            } else if ours.stage.isCompared {
                findings += differences(ours, theirs, at)
            }
        }
        return findings.sorted { $0.key < $1.key }
    }

    private static func differences(
        _ ours: ComparedRecord,
        _ theirs: ComparedRecord,
        _ at: Date
    ) -> [Drift.Finding] {
        var findings: [Drift.Finding] = []
        func add(_ kind: Drift.Kind, _ field: String = "", _ here: String, _ there: String) {
            findings.append(finding(kind, ours, field: field, ours: here, theirs: there, at))
        }
        if ours.revision != theirs.revision {
            add(.field, "revision", String(ours.revision), String(theirs.revision))
        } else {
            let names = Set(ours.fields.keys).union(theirs.fields.keys)
            for name in names.sorted() where ours.fields[name] != theirs.fields[name] {
                add(.field, name, ours.fields[name] ?? "", theirs.fields[name] ?? "")
            }
        }
        if ours.number != theirs.number {
            add(.field, "number", ours.number ?? "", theirs.number ?? "")
        }
        guard ours.stage != theirs.stage else { return findings }
        let isBehind = theirs.stage.reach > ours.stage.reach || ours.stage == .sent
        add(isBehind ? .behind : .ahead, "stage", ours.stage.rawValue, theirs.stage.rawValue)
        return findings
    }

    private static func finding(
        _ kind: Drift.Kind,
        _ record: ComparedRecord,
        field: String = "",
        ours: String,
        theirs: String,
        _ at: Date
    ) -> Drift.Finding {
        .init(kind, of: record.upload, creditCode: record.creditCode, field: field, ours: ours, theirs: theirs, at: at)
    }
}
