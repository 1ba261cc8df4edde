/// How far the even time of the sky's theories is ahead of the clock (ΔT).
enum DynamicalTime {
    /// Seconds between the two in a year with its fraction.
    ///
    /// The polynomials of Espenak and Meeus; what the earth's rotation does after 2005 is their forecast, so that a moment
    /// in 2100 may be two minutes off. No festival of these years is that close to midnight.
    static func secondsAhead(inYear year: Double) -> Double {
        switch year {
        case ..<1941: polynomial(year - 1920, [21.20, 0.84493, -0.076100, 0.0020936])
        case ..<1961: polynomial(year - 1950, [29.07, 0.407, -1 / 233, 1 / 2547])
        case ..<1986: polynomial(year - 1975, [45.45, 1.067, -1 / 260, -1 / 718])
        case ..<2005:
            polynomial(year - 2000, [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599])
        case ..<2050: polynomial(year - 2000, [62.92, 0.32217, 0.005589])
        default: polynomial((year - 1820) / 100, [-20, 0, 32]) - 0.5628 * max(0, 2150 - year)
        }
    }

    /// The moment, in days since 1970-01-01 00:00 in Beijing, of a Julian ephemeris day.
    static func beijing(ofEphemerisDay day: Double) -> Double { day - ahead(day) + toBeijing - epoch }

    /// The Julian ephemeris day of a moment in days since 1970-01-01 00:00 in Beijing.
    static func ephemerisDay(ofBeijing moment: Double) -> Double {
        let universal = moment - toBeijing + epoch
        return universal + ahead(universal)
    }

    /// ΔT in days; it changes so slowly that either scale may be given.
    private static func ahead(_ julianDay: Double) -> Double {
        secondsAhead(inYear: 2000 + (julianDay - j2000) / 365.25) / 86_400
    }

    /// 2000-01-01 12:00 as a Julian day.
    static let j2000 = 2_451_545.0
    /// 1970-01-01 00:00 as a Julian day.
    private static let epoch = 2_440_587.5
    /// China's time is eight hours ahead.
    private static let toBeijing = 8.0 / 24

    /// A polynomial, the constant first.
    static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }
}
