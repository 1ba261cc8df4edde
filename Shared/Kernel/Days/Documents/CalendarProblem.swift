/// One thing that is wrong with a document or the file it came in.
package struct CalendarProblem: Hashable, Sendable {
    /// Where it is.
    package let place: Place
    /// What it is.
    package let fault: Fault

    /// Where something is wrong.
    package enum Place: Hashable, Sendable {
        /// In the whole.
        case file
        /// In a line of text, the heading being line 1.
        case line(Int)
        /// In the days of a document, the first being entry 1.
        case entry(Int, ofYear: Int)
        /// In the document of a year as a whole.
        case year(Int)

        /// The place at the head of a sentence, with its colon; empty for the whole.
        package var chinese: String {
            switch self {
            case .file: ""
            case .line(let number): "第\(number)行:"
            case .entry(let number, let year): "\(year)年第\(number)项:"
            case .year(let year): "\(year)年:"
            }
        }
    }

    /// What is wrong.
    package enum Fault: Hashable, Sendable {
        /// More bytes than any arrangement has.
        case tooLarge(most: Int)
        /// Neither UTF-8 nor GB18030; JSON must be UTF-8.
        case encoding
        /// No JSON, or not of the shape `{year, papers, days}`.
        case json
        /// The first line is not `date,kind,name`.
        case header(found: String)
        /// A line has not three fields.
        case fields(found: Int)
        /// No day like 2026-01-04.
        case date(found: String)
        /// Neither `off` nor `work`, or `isOffDay` neither true nor false.
        case kind(found: String)
        /// The holiday's name is missing.
        case name
        /// A year for which there is no calendar.
        case year(found: String)
        /// A day is named twice, as the same.
        case repeated(LocalDate, first: Place)
        /// A day is named as off and as worked.
        case contradictory(LocalDate, first: Place)
        /// A make-up day falls on a day that is worked anyway.
        case makeUpOnWeekday(LocalDate)
        /// A day lies outside December before the year to January after it.
        case outsideYear(LocalDate)
        /// There is no day at all.
        case noDays
        /// There is no day of the year itself.
        case noDayOfItsYear
        /// More days off than any arrangement can have.
        case tooManyDaysOff(found: Int)
    }

    /// Something wrong.
    package init(_ place: Place, _ fault: Fault) {
        self.place = place
        self.fault = fault
    }

    /// A stable word for it, `calendar.contradictory`.
    package var code: String {
        switch fault {
        case .tooLarge: "calendar.too-large"
        case .encoding: "calendar.encoding"
        case .json: "calendar.json"
        case .header: "calendar.header"
        case .fields: "calendar.fields"
        case .date: "calendar.date"
        case .kind: "calendar.kind"
        case .name: "calendar.name"
        case .year: "calendar.year"
        case .repeated: "calendar.repeated"
        case .contradictory: "calendar.contradictory"
        case .makeUpOnWeekday: "calendar.make-up-on-weekday"
        case .outsideYear: "calendar.outside-year"
        case .noDays: "calendar.no-days"
        case .noDayOfItsYear: "calendar.no-day-of-its-year"
        case .tooManyDaysOff: "calendar.too-many-days-off"
        }
    }

    /// The whole sentence, with its place.
    package var chinese: String { place.chinese + fault.chinese }
}

extension CalendarProblem.Fault {
    /// The sentence without the place.
    package var chinese: String {
        switch self {
        case .tooLarge(let most): "文件过大,放假安排不应超过\(most)字节。"
        case .encoding: "文件编码不能识别:CSV 请存为 UTF-8 或 GB18030,JSON 请存为 UTF-8。"
        case .json: "不是形如 {year, papers, days:[{name, date, isOffDay}]} 的 JSON。"
        case .header(let found): "首行应为“date,kind,name”,现为“\(Self.shortened(found))”。"
        case .fields(let found): "应有日期、类别、名称三项,现有\(found)项。"
        case .date(let found): "“\(Self.shortened(found))”不是日期,应为存在的日期并写作 2026-01-04(Excel 可能改了写法)。"
        case .kind(let found):
            "“\(Self.shortened(found))”不是类别:CSV 应为 off(放假)或 work(上班),JSON 的 isOffDay 应为 true 或 false。"
        case .name: "缺少节日名称。"
        case .year(let found):
            "“\(Self.shortened(found))”不是可载入的年份,应在\(CalendarDocument.years.lowerBound)至\(CalendarDocument.years.upperBound)之间。"
        case .repeated(let date, let first): "\(date) 重复列出(首次在\(first.chinese.dropLast()))。"
        case .contradictory(let date, let first): "\(date) 既列为放假又列为上班(另一处在\(first.chinese.dropLast())),互相矛盾。"
        case .makeUpOnWeekday(let date): "\(date) 是\(date.weekday.chinese),本来就是工作日,不能列为调休上班日。"
        case .outsideYear(let date): "\(date) 不属于该年的安排,只能列上年12月1日至下年1月31日之间的日期。"
        case .noDays: "没有列出任何日期。"
        case .noDayOfItsYear: "没有列出本年的任何日期,不能当作该年的安排。"
        case .tooManyDaysOff(let found): "列出了\(found)个放假日,超过\(CalendarDocument.mostDaysOff)个,不像放假安排。"
        }
    }

    private static func shortened(_ text: String) -> String {
        let line = text.map { $0.isNewline ? " " : $0 }
        return line.count > 40 ? String(line.prefix(40)) + "…" : String(line)
    }
}

/// Everything that is wrong with a calendar file or document; there is at least one problem.
package struct CalendarFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of their places.
    package let problems: [CalendarProblem]

    /// One problem or more.
    package init(_ problems: [CalendarProblem]) { self.problems = problems }

    /// The sentences, one a line.
    package var description: String { problems.map(\.chinese).joined(separator: "\n") }
}
