/// A day of the week, Monday first as the working week counts it.
package enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether offices rest on it unless the State Council arranges otherwise.
    package var isWeekend: Bool { self == .saturday || self == .sunday }

    /// The name on a notice, "星期一" to "星期日".
    package var chinese: String {
        switch self {
        case .monday: "星期一"
        case .tuesday: "星期二"
        case .wednesday: "星期三"
        case .thursday: "星期四"
        case .friday: "星期五"
        case .saturday: "星期六"
        case .sunday: "星期日"
        }
    }
}
