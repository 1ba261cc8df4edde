/// When the moon is new: with that day a month of the Chinese calendar begins.
enum NewMoon {
    /// The day in Beijing, counted from 1970-01-01, of a new moon; number 0 is that of January 2000.
    static func day(of number: Int) -> Int {
        Int(DynamicalTime.beijing(ofEphemerisDay: ephemerisDay(of: number)).rounded(.down))
    }

    /// The number of the last new moon on or before a day.
    static func number(onOrBefore dayNumber: Int) -> Int {
        var number = Int((Double(dayNumber - 10_962) / 29.530588861).rounded(.down)) + 2
        while day(of: number) > dayNumber { number -= 1 }
        return number
    }

    /// The moment as a Julian ephemeris day, after Meeus, Astronomical Algorithms, chapter 49: good to half a minute.
    private static func ephemerisDay(of number: Int) -> Double {
        let k = Double(number)
        let t = k / 1236.85
        func angle(_ constant: Double, _ rate: Double, _ rest: Double...) -> Double {
            constant + rate * k + DynamicalTime.polynomial(t, [0, 0] + rest)
        }
        let eccentricity = DynamicalTime.polynomial(t, [1, -0.002516, -0.0000074])
        let sun = angle(2.5534, 29.10535670, -0.0000014, -0.00000011)
        let moon = angle(201.5643, 385.81693528, 0.0107582, 0.00001238, -0.000000058)
        let latitude = angle(160.7108, 390.67050284, -0.0016118, -0.00000227, 0.000000011)
        let node = angle(124.7746, -1.56375588, 0.0020672, 0.00000215)

        var day = angle(2_451_550.09766, 29.530588861, 0.00015437, -0.000000150, 0.00000000073)
        day -= 0.00017 * SunLongitude.sine(node)
        for term in terms {
            let factor = term.order == 0 ? 1 : term.order == 1 ? eccentricity : eccentricity * eccentricity
            day +=
                term.days * factor
                * SunLongitude.sine(term.sun * sun + term.moon * moon + term.latitude * latitude)
        }
        for (index, term) in planets.enumerated() {
            let bend = index == 0 ? -0.009173 * t * t : 0
            day += term.millionths * 1e-6 * SunLongitude.sine(term.phase + term.rate * k + bend)
        }
        return day
    }

    /// Days, the power of the earth's eccentricity, and the multiples of the sun's and moon's anomalies and of the latitude's argument.
    private static let terms: [(days: Double, order: Int, sun: Double, moon: Double, latitude: Double)] = [
        (-0.40720, 0, 0, 1, 0),
        (0.17241, 1, 1, 0, 0),
        (0.01608, 0, 0, 2, 0),
        (0.01039, 0, 0, 0, 2),
        (0.00739, 1, -1, 1, 0),
        (-0.00514, 1, 1, 1, 0),
        (0.00208, 2, 2, 0, 0),
        (-0.00111, 0, 0, 1, -2),
        (-0.00057, 0, 0, 1, 2),
        (0.00056, 1, 1, 2, 0),
        (-0.00042, 0, 0, 3, 0),
        (0.00042, 1, 1, 0, 2),
        (0.00038, 1, 1, 0, -2),
        (-0.00024, 1, -1, 2, 0),
        (-0.00007, 0, 2, 1, 0),
        (0.00004, 0, 0, 2, -2),
        (0.00004, 0, 3, 0, 0),
        (0.00003, 0, 1, 1, -2),
        (0.00003, 0, 0, 2, 2),
        (-0.00003, 0, 1, 1, 2),
        (0.00003, 0, -1, 1, 2),
        (-0.00002, 0, -1, 1, -2),
        (-0.00002, 0, 1, 3, 0),
        (0.00002, 0, 0, 4, 0),
    ]

    /// What the planets do: millionths of a day, and degrees at number 0 and a month.
    private static let planets: [(millionths: Double, phase: Double, rate: Double)] = [
        (325, 299.77, 0.107408),
        (165, 251.88, 0.016321),
        (164, 251.83, 26.651886),
        (126, 349.42, 36.412478),
        (110, 84.66, 18.206239),
        (62, 141.74, 53.303771),
        (60, 207.14, 2.453732),
        (56, 154.84, 7.30686),
        (47, 34.52, 27.261239),
        (42, 207.19, 0.121824),
        (40, 291.34, 1.844379),
        (37, 161.72, 24.198154),
        (35, 239.56, 25.513099),
        (23, 331.55, 3.592518),
    ]
}
