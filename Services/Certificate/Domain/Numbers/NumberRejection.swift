import Kernel

/// Why no number is given, or not the one asked for.
package enum NumberRejection: Rejection, Hashable {
    /// All running numbers of the year are given.
    case exhausted(NumberSeries)
    /// The scheme is not for agencies of this kind or province.
    case agencyOutsideScheme(AgencyCode)
    /// The scheme has no character for the level.
    case levelWithoutCharacter(SkillLevel)
    /// Numbers of these certificates are given by the province.
    case givenByProvince
    /// Nobody waits for a number, and no number is of a year gone by.
    case nothingToNumber
    /// A certificate bears the year it is issued in; so many numbers are of another.
    case ofOtherYear(Int, day: LocalDate, count: Int)

    package var code: String {
        switch self {
        case .exhausted: "certificate.numbers-exhausted"
        case .agencyOutsideScheme: "certificate.agency-outside-scheme"
        case .levelWithoutCharacter: "certificate.level-without-character"
        case .givenByProvince: "certificate.numbers-from-province"
        case .nothingToNumber: "certificate.nothing-to-number"
        case .ofOtherYear: "certificate.number-of-other-year"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .exhausted(let series): ["agency": series.agency.text, "year": String(series.year)]
        case .agencyOutsideScheme(let agency): ["agency": agency.text]
        case .levelWithoutCharacter(let level): ["level": level.chinese]
        case .givenByProvince, .nothingToNumber: [:]
        case .ofOtherYear(let year, let day, let count):
            ["year": String(year), "day": day.description, "count": String(count)]
        }
    }
}
