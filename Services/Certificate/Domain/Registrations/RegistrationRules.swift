import Kernel

/// What the filing authority said about an agency code, as far as it has been heard.
package enum FiledAgency: Hashable, Sendable {
    /// The filing's acceptance has not been heard yet.
    case unheard
    /// The 13 characters the authority gave.
    case code(String)
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
            case .notThisOfficesTurn(let office): ["office": office.chinese]
            case .agencyCodeDiffers(let filed): ["filed": filed]
            case .issuedBeforeNumbering(let day): ["day": day.description]
            case .issuedInFuture(let today): ["today": today.description]
            default: [:]
            }
        }
    }

    /// The city centre compares the agency code with the filing, where the filing has been heard.
    func passMunicipally(_ batch: Batch, _ filed: FiledAgency) throws(Rejection) -> [Event] {
        if case .code(let code) = filed, code != batch.agencyCode { throw .agencyCodeDiffers(filed: code) }
        return [.municipallyPassed]
    }

    /// Numbers begin with the agency code, which the authority gives and this service never makes up.
    func passProvincially(_ batch: Batch, on day: LocalDate) throws(Rejection) -> [Event] {
        guard (try? AgencyCode(batch.agencyCode)) != nil else { throw .agencyCodeInvalid }
        return [.numbered(on: day)]
    }

    /// Only the office whose turn it is gives back, and says why.
    func giveBack(_ correction: Correction, turn: Office) throws(Rejection) -> [Event] {
        guard correction.office == turn else { throw .notThisOfficesTurn(turn: turn) }
        guard correction.reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        return [.returned(correction: correction)]
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
