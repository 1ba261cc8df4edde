import Kernel

/// What the filing authority said about an agency code, as far as it has been heard.
package enum FiledAgency: Hashable, Sendable {
    /// The filing's acceptance has not been heard yet.
    case unheard
    /// The 13 characters the authority gave, and whether that is the provincial centre.
    case code(String, isProvincial: Bool = false)

    /// Whether the filing is known to be with the province.
    package var isProvincial: Bool {
        guard case .code(_, let isProvincial) = self else { return false }
        return isProvincial
    }
}

extension Registration {
    /// Why a person is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// There is no batch yet.
        case notOpened
        /// It has to be handed in first, or again after a correction.
        case notSubmitted
        /// It was handed in and has not come back.
        case alreadySubmitted
        /// This office has passed it already.
        case alreadyAudited(Office)
        /// The provincial centre comes after the city centre.
        case notAuditedMunicipally
        /// The office whose turn it is not cannot give it back.
        case notThisOfficesTurn(turn: Office)
        /// The audits have not passed, so that no numbers can come.
        case notAudited
        /// The procedure has this office audit in the provincial system: it is recorded from there.
        case auditRecorded(Office)
        /// The procedure has this office audit here: nothing is recorded from elsewhere.
        case auditMadeHere(Office)
        /// The day of an audit made elsewhere has not come.
        case auditedInFuture(today: LocalDate)
        /// An audit made elsewhere lies before what it was of was handed in.
        case auditedBeforeSubmission(LocalDate)
        /// Somebody named is not of the batch.
        case notOfBatch
        /// Nobody would be left in the batch.
        case nobodyLeft
        /// What is to be corrected has to be told.
        case reasonMissing
        /// Its agency code is none, so no number can begin with it.
        case agencyCodeInvalid
        /// Its agency code is not the one of the filing.
        case agencyCodeDiffers(filed: String)
        /// Certificates are issued after they are numbered.
        case notNumbered
        /// It has its numbers; nothing is audited or handed in after that.
        case alreadyNumbered
        /// The certificates are issued.
        case alreadyIssued
        /// Nobody of the batch has a number: each is held or taken out.
        case nobodyNumbered
        /// The day of issue lies before that of numbering.
        case issuedBeforeNumbering(LocalDate)
        /// The day of issue has not come.
        case issuedInFuture(today: LocalDate)

        package var code: String {
            switch self {
            case .notOpened: "certificate.not-opened"
            case .notSubmitted: "certificate.not-submitted"
            case .alreadySubmitted: "certificate.already-submitted"
            case .alreadyAudited: "certificate.already-audited"
            case .notAuditedMunicipally: "certificate.not-audited-municipally"
            case .notThisOfficesTurn: "certificate.not-this-offices-turn"
            case .notAudited: "certificate.not-audited"
            case .auditRecorded: "certificate.audit-recorded"
            case .auditMadeHere: "certificate.audit-made-here"
            case .auditedInFuture: "certificate.audited-in-future"
            case .auditedBeforeSubmission: "certificate.audited-before-submission"
            case .notOfBatch: "certificate.not-of-batch"
            case .nobodyLeft: "certificate.nobody-left"
            case .reasonMissing: "certificate.reason-missing"
            case .agencyCodeInvalid: "certificate.agency-code-invalid"
            case .agencyCodeDiffers: "certificate.agency-code-differs"
            case .notNumbered: "certificate.not-numbered"
            case .alreadyNumbered: "certificate.already-numbered"
            case .alreadyIssued: "certificate.already-issued"
            case .nobodyNumbered: "certificate.nobody-numbered"
            case .issuedBeforeNumbering: "certificate.issued-before-numbering"
            case .issuedInFuture: "certificate.issued-in-future"
            }
        }

        /// Whether another day of the audit would do.
        package var isAboutAuditDay: Bool {
            switch self {
            case .auditedInFuture, .auditedBeforeSubmission: true
            default: false
            }
        }

        /// Whether another day of issue would do.
        package var isAboutIssueDay: Bool {
            switch self {
            case .issuedBeforeNumbering, .issuedInFuture: true
            default: false
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .alreadyAudited(let office): ["office": office.chinese]
            case .notThisOfficesTurn(let office), .auditRecorded(let office), .auditMadeHere(let office):
                ["office": office.chinese]
            case .auditedInFuture(let today): ["today": today.description]
            case .auditedBeforeSubmission(let day): ["day": day.description]
            case .agencyCodeDiffers(let filed): ["filed": filed]
            case .issuedBeforeNumbering(let day): ["day": day.description]
            case .issuedInFuture(let today): ["today": today.description]
            default: [:]
            }
        }
    }

    /// Firms filed with the province are audited there alone, unless the procedure says otherwise.
    func submission(of batch: Batch, by account: String, _ filed: FiledAgency, _ today: LocalDate) -> Submission {
        Submission(
            by: account,
            on: today,
            isLate: due.map { $0.on < today } ?? false,
            skipsMunicipalAudit: filed.isProvincial && !batch.order.isMunicipalAuditOfProvinciallyFiled,
            changes: batch.changes
        )
    }

    /// The city centre compares the agency code with the filing, where the filing has been heard.
    func passMunicipally(
        _ batch: Batch,
        _ audit: Audit,
        _ filed: FiledAgency,
        _ today: LocalDate
    ) throws(Rejection) -> [Event] {
        guard audit.office == .municipal else { throw .notAuditedMunicipally }
        try check(audit, of: batch, today)
        if case .code(let code, _) = filed, code != batch.agencyCode { throw .agencyCodeDiffers(filed: code) }
        return [.municipallyPassed(audit: audit)]
    }

    /// Numbers begin with the agency code, which the authority gives and this service never makes up.
    ///
    /// Where the city centre was passed over, the provincial one compares it with the filing.
    func passProvincially(
        _ batch: Batch,
        _ audit: Audit,
        _ filed: FiledAgency,
        _ today: LocalDate
    ) throws(Rejection) -> [Event] {
        guard audit.office == .provincial else { throw .alreadyAudited(.municipal) }
        try check(audit, of: batch, today)
        if batch.submissions.last?.skipsMunicipalAudit == true, case .code(let code, _) = filed,
            code != batch.agencyCode
        {
            throw .agencyCodeDiffers(filed: code)
        }
        guard (try? AgencyCode(batch.agencyCode)) != nil else { throw .agencyCodeInvalid }
        switch batch.order.numbers {
        case .afterAudit, .reserved: return [.numbered(on: today, audit: audit)]
        case .province: return [.passed(audit: audit)]
        }
    }

    /// Only the office whose turn it is gives back, and says why.
    func giveBack(
        _ batch: Batch,
        _ correction: Correction,
        _ audit: Audit,
        _ today: LocalDate,
        turn: Office
    ) throws(Rejection) -> [Event] {
        guard correction.office == turn, audit.office == turn else { throw .notThisOfficesTurn(turn: turn) }
        // What the province finds when it is to give numbers it finds in its own system, wherever the audit was made.
        if stage != .audited { try check(audit, of: batch, today) }
        let reasons = [correction.reason] + correction.persons.map(\.reason)
        guard reasons.allSatisfy({ $0.contains(where: { !$0.isWhitespace }) }) else { throw .reasonMissing }
        guard correction.persons.allSatisfy({ batch.persons.contains($0.person) }) else { throw .notOfBatch }
        return [.returned(correction: correction, audit: audit)]
    }

    /// An audit is made where the procedure has it made, and one made elsewhere after what it is of was handed in.
    private func check(_ audit: Audit, of batch: Batch, _ today: LocalDate) throws(Rejection) {
        switch (batch.order.place(of: audit.office), audit.place) {
        case (.here, .here): return
        case (.here, .recorded): throw .auditMadeHere(audit.office)
        case (.recorded, .here): throw .auditRecorded(audit.office)
        case (.recorded, .recorded): break
        }
        guard audit.on <= today else { throw .auditedInFuture(today: today) }
        if let handedIn = batch.submissions.last?.on, audit.on < handedIn { throw .auditedBeforeSubmission(handedIn) }
    }

    /// Who leaves goes by another registration; somebody stays.
    func setApart(_ apart: SetApart, from batch: Batch) throws(Rejection) -> [Event] {
        guard !apart.persons.isEmpty, apart.persons.allSatisfy(batch.persons.contains) else { throw .notOfBatch }
        guard batch.persons.contains(where: { !apart.persons.contains($0) }) else { throw .nobodyLeft }
        guard apart.reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        return [.setApart(apart)]
    }

    /// Nothing is corrected of who is not there.
    func correct(_ change: PersonChange, of batch: Batch) throws(Rejection) -> [Event] {
        guard batch.persons.contains(change.person) else { throw .notOfBatch }
        return change.fields.isEmpty ? [] : [.corrected(change: change)]
    }

    /// The same wherever it stands: the province looks at persons, not at batches.
    func amend(_ change: PersonChange) throws(Rejection) -> [Event] {
        guard let batch else { throw .notOpened }
        return try correct(change, of: batch)
    }

    /// A due day gone by stays, whatever the calendar says since.
    func reckon(_ due: Due, _ today: LocalDate) -> [Event] {
        guard isEnterprisesTurn, self.due?.on != due.on, self.due.map({ $0.on >= today }) ?? true else { return [] }
        return [.dueMoved(due: due)]
    }

    /// A certificate bears a day on which it had its number, and not one to come.
    func issue(on day: LocalDate, numberedOn: LocalDate, today: LocalDate) throws(Rejection) -> [Event] {
        guard day >= numberedOn else { throw .issuedBeforeNumbering(numberedOn) }
        guard day <= today else { throw .issuedInFuture(today: today) }
        return [.issued(on: day)]
    }

    /// What was held when the rest was issued follows by itself.
    func issueLate(on day: LocalDate, numberedOn: LocalDate, today: LocalDate) throws(Rejection) -> [Event] {
        _ = try issue(on: day, numberedOn: numberedOn, today: today)
        return [.issuedLate(on: day)]
    }
}

extension Registration.Office {
    /// The office in words.
    package var chinese: String {
        switch self {
        case .municipal: "市中心"
        case .provincial: "省中心"
        }
    }
}
