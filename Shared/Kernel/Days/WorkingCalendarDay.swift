extension WorkingCalendar {
    /// On what an answer rests.
    package enum Authority: String, Codable, Sendable {
        /// Every day it touches is settled by a loaded State Council document.
        case official
        /// A document not yet loaded may change it.
        case provisional
    }

    /// Why a day counts, or does not.
    package enum Reason: Hashable, Codable, Sendable {
        /// Monday to Friday, nothing arranged: counts.
        case weekday
        /// Saturday or Sunday, nothing arranged: does not count.
        case weekend
        /// Off by the State Council's arrangement for that holiday.
        case stateCouncilOff(name: String)
        /// Worked by the State Council's arrangement to make up for that holiday: counts.
        case makeUpDay(name: String)
        /// Off by 全国年节及纪念日放假办法 alone, because no arrangement is loaded.
        case statutoryHoliday(name: String)
        /// Off to make up for a statutory day on a weekend (Art. 6), because no arrangement is loaded.
        case compensation(name: String)

        /// The reason in words.
        package var chinese: String {
            switch self {
            case .weekday: "工作日"
            case .weekend: "周末"
            case .stateCouncilOff(let name): "\(name)放假(国务院安排)"
            case .makeUpDay(let name): "\(name)调休上班(国务院安排)"
            case .statutoryHoliday(let name): "\(name)(法定节日)"
            case .compensation(let name): "\(name)补假(法定节日适逢周末)"
            }
        }
    }

    /// One day as the clock sees it.
    package struct Day: Hashable, Sendable {
        /// The day.
        package let date: LocalDate
        /// Whether it counts.
        package let isWorking: Bool
        /// Why.
        package let reason: Reason
        /// On what that rests.
        package let authority: Authority
        /// The document it rests on: the one that names it, else that of its year; nil where there is none, and for a day off by law alone.
        package let document: CalendarDocument.Reference?
    }
}
