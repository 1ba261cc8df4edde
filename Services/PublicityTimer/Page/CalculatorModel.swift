import Foundation
import Kernel
import Messaging
import Messaging
import PublicityTimerDomain
import ServiceKit

/// The public calculator: a day and a number of working days, and what follows from them.
struct CalculatorModel {
    let published: String
    let count: String
    let most: Int
    let fault: String?
    let result: Result?
    let calendarVersion: String

    /// What was reckoned.
    struct Result {
        let end: String
        let isProvisional: Bool
        let isShort: Bool
        let fewest: Int
        let days: [ShownDay]
        let documents: String?
    }

    /// Reckons what a call asks for; without a question the form alone.
    init(_ call: Call, by calendar: WorkingCalendar) {
        most = PublicityPeriod.mostDays
        calendarVersion = calendar.version
        published = call.query("published") ?? call.cause.today.description
        count = call.query("days") ?? String(PublicityPeriod.fewestDays)
        guard call.query("published") != nil || call.query("days") != nil else {
            (fault, result) = (nil, nil)
            return
        }
        guard let day = LocalDate(published), (1950...2100).contains(day.year) else {
            (fault, result) = ("请填写1950年至2100年之间的日期，如2026-09-30。", nil)
            return
        }
        guard let count = Int(count), (1...most).contains(count) else {
            (fault, result) = ("工作日数应为1至\(most)。", nil)
            return
        }
        let period = calendar.period(published: day, workingDays: count)
        var seen: Set<String> = []
        let documents = period.days.compactMap(\.document?.chinese).filter { seen.insert($0).inserted }
        fault = nil
        result = Result(
            end: "\(period.lastDay.chinese)（\(period.lastDay.weekday.chinese)）24时",
            isProvisional: period.authority == .provisional,
            isShort: count < PublicityPeriod.fewestDays,
            fewest: PublicityPeriod.fewestDays,
            days: ShownDay.strip(of: period),
            documents: documents.isEmpty ? nil : documents.joined(separator: "、").inFullWidth
        )
    }
}
