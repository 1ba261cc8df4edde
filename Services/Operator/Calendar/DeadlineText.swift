import Kernel

/// A period in words.
struct DeadlineText {
    let period: WorkingCalendar.Period
    let version: String

    /// The sentence and its authority, and when asked each day with its reason and the end once more.
    func lines(why: Bool) -> [String] { [sentence, authority] + (why ? days + [end] : []) }

    private var sentence: String {
        let (published, last) = (period.published, period.lastDay)
        return """
            \(published.chinese)(\(published.weekday.chinese))公布,当日不计入;\
            第\(period.required)个工作日即最后一日为\(last.chinese)(\(last.weekday.chinese),\(last)),\
            至当日24:00(\(last.adding(days: 1))T00:00:00+08:00)届满。
            """
    }

    private var authority: String {
        switch period.authority {
        case .official: "依据:国务院办公厅放假安排(日历 \(version));结果为正式(official)。"
        case .provisional:
            "依据:日历 \(version);期间涉及尚未载入放假安排的日期,结果为暂定(provisional),载入后须重新计算。"
        }
    }

    private var days: [String] {
        var counted = 0
        return period.days.map { day in
            if day.isWorking { counted += 1 }
            let place = day.isWorking ? "第\(counted)日" : "不计"
            let doubt = day.authority == .provisional ? "(暂定)" : ""
            let document = day.document.map { " 依据:\($0.chinese)" } ?? ""
            return "\(day.date) \(day.date.weekday.chinese) \(place) \(day.reason.chinese)\(doubt)\(document)"
        }
    }

    private var end: String {
        let settled = period.authority == .official ? "正式(official)" : "暂定(provisional)"
        return "最后一日 \(period.lastDay),24:00届满,共计入\(period.required)个工作日;\(settled)。"
    }
}
