import Kernel

/// How many working days the authority promises to take (承诺时限); kept with each case, so that a new promise binds new cases.
///
/// By analogy with 行政许可法 32（四） and 42: five working days to tell corrections, twenty to decide. A filing is no licence,
/// so both are configuration.
package struct HandlingPromise: Hashable, Sendable, Codable {
    /// To tell what is to be corrected.
    package var tellDays: Int
    /// To decide, without the days on which corrections were due.
    package var decideDays: Int

    /// A promise in working days.
    package init(tellDays: Int = 5, decideDays: Int = 20) {
        self.tellDays = tellDays
        self.decideDays = decideDays
    }
}
