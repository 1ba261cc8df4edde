extension CalendarDocument {
    /// The arrangements the project starts with, 2007 to 2026, as last amended.
    ///
    /// - Throws: ``CalendarFileError`` if the data built in is no calendar data, which a test rules out.
    package static func initial() throws -> [CalendarDocument] { try builtIn.get() }

    private static let builtIn = Result {
        try CalendarFile.read(PackageResources.state_council_days_csv).map { document in
            CalendarDocument(
                year: document.year,
                source: sources[document.year] ?? Source(documentNumber: unknown),
                days: document.days
            )
        }
    }

    /// Stands for the number of a paper we have the days of, but not the number.
    private static let unknown = "初始数据"

    /// What is known of the papers; in 2015, 2019 and 2020 the day is that of the amendment.
    private static let sources: [Int: Source] = [
        2015: source("2015-05-13"), 2019: source("2019-03-22"), 2020: source("2020-01-27"), 2021: source("2020-11-25"),
        2022: source("2021-10-25"), 2023: source("2022-12-08"), 2024: source("2023-10-25"), 2025: source("2024-11-12"),
        2026: Source(
            documentNumber: "国办发明电〔2025〕7号",
            address: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
            publishedOn: LocalDate("2025-11-04")
        ),
    ]

    private static func source(_ publishedOn: String) -> Source {
        Source(documentNumber: unknown, publishedOn: LocalDate(publishedOn))
    }
}

extension WorkingCalendar {
    /// The calendar the project starts with: every arrangement from 2007 to 2026.
    package static func initial() throws -> WorkingCalendar { try builtIn.get() }

    private static let builtIn = Result {
        WorkingCalendar(documents: try CalendarDocument.initial(), version: "state-council-2007-2026")
    }
}

extension ScheduledDay {
    /// The days of ``WorkingCalendar/initial()``.
    package static func initial() throws -> [ScheduledDay] { try CalendarDocument.initial().flatMap(\.days) }
}
