import Kernel

/// A number the provincial system returned for a certificate.
package struct ProvincialNumber: Hashable, Sendable {
    /// As the province wrote it.
    package let text: String
    /// The day the province gave it.
    package let on: LocalDate

    package init(text: String, on day: LocalDate) {
        self.text = text
        on = day
    }

    /// Why a number is not taken.
    package enum Refusal: Rejection, Hashable {
        /// It is none of 22 characters.
        case malformed
        /// It begins with another agency's code.
        case agency(expected: AgencyCode)
        /// Its character is another level's.
        case level(expected: Character)
        /// Its year is not that of the day it was given.
        case year(expected: Int)
        /// It was given on a day to come.
        case future(today: LocalDate)
        /// It is somebody else's, or came to nothing.
        case taken
        /// Its holder has another one, under which the certificate was issued or may be.
        case holderHasAnother(CertificateNumber)
        /// An objection against its holder is being examined or was upheld.
        case objectedTo
        /// The audits have not passed.
        case notAudited
        /// Numbers of this batch are given here.
        case givenHere
        /// There is no such certificate in the batch.
        case unknownCertificate
        /// The filing is out of force.
        case frozen

        /// Whether the number itself is wrong, so that no time makes it right.
        package var isWrong: Bool {
            switch self {
            case .malformed, .agency, .level, .year, .taken: true
            case .future, .holderHasAnother, .objectedTo, .notAudited, .givenHere, .unknownCertificate, .frozen: false
            }
        }

        /// Whether it is taken later by itself.
        package var isForNow: Bool {
            switch self {
            case .objectedTo, .notAudited, .frozen: true
            case .malformed, .agency, .level, .year, .taken, .future, .holderHasAnother, .givenHere,
                .unknownCertificate:
                false
            }
        }

        package var code: String {
            switch self {
            case .malformed: "certificate.provincial-number-malformed"
            case .agency: "certificate.provincial-number-agency"
            case .level: "certificate.provincial-number-level"
            case .year: "certificate.provincial-number-year"
            case .future: "certificate.provincial-number-in-future"
            case .taken: "certificate.provincial-number-taken"
            case .holderHasAnother: "certificate.provincial-number-differs"
            case .objectedTo: "certificate.objected-to"
            case .notAudited: "certificate.not-audited"
            case .givenHere: "certificate.numbers-given-here"
            case .unknownCertificate: "certificate.provincial-number-of-nobody"
            case .frozen: "certificate.provincial-number-frozen"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .agency(let expected): ["expected": expected.text]
            case .level(let expected): ["expected": String(expected)]
            case .year(let expected): ["expected": String(expected)]
            case .future(let today): ["today": today.description]
            case .holderHasAnother(let number): ["number": number.text]
            case .malformed, .taken, .objectedTo, .notAudited, .givenHere, .unknownCertificate, .frozen: [:]
            }
        }
    }

    /// The number, where it is one of the series it has to be of.
    package func number(of series: NumberSeries, today: LocalDate) throws(Refusal) -> CertificateNumber {
        guard let number = try? CertificateNumber(text) else { throw .malformed }
        guard number.agency == series.agency else { throw .agency(expected: series.agency) }
        guard number.level == series.level else { throw .level(expected: series.level) }
        guard on <= today else { throw .future(today: today) }
        guard number.year == on.year else { throw .year(expected: on.year) }
        return number
    }
}

extension Certificate {
    /// What a number the province returned leads to; nil where it is this certificate's already.
    ///
    /// One that was not issued gets another where an officer decided so (`replacing`).
    package func command(
        taking number: CertificateNumber,
        on day: LocalDate,
        replacing: Bool = false
    ) throws(ProvincialNumber.Refusal) -> Command? {
        if self.number == number { return nil }
        return switch self {
        case .unknown: throw .unknownCertificate
        case .prepared: .number(number, on: day)
        case .held, .takenOut: throw .objectedTo
        // One of a year gone by was not issued in it.
        case .numbered(_, let old, _) where replacing || old.year < number.year: .renumber(number, on: day)
        case .numbered(_, let old, _), .issued(_, let old, _), .suspended(_, let old, _, _),
            .withdrawn(_, let old, _, _):
            throw .holderHasAnother(old)
        }
    }
}
