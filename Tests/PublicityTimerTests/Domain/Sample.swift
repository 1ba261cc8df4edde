import Foundation
import Kernel
import PublicityTimerDomain

/// Values the tests share: three names shown from 2026-09-30, to the end of 2026-10-13.
enum Sample {
    static func id(_ number: Int) -> UUID {
        UUID(uuidString: "01990000-0000-7000-8000-" + String(1_000_000_000_000 + number).dropFirst()) ?? UUID()
    }

    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? .earliest }

    static let (zhao, qian, sun, stranger) = (id(1), id(2), id(3), id(9))
    static let (first, second, third) = (id(101), id(102), id(103))
    static let publisher = EnterpriseRef(id: id(50), creditCode: "91371600MA3N00011J")

    /// The calendar of 2026 around the National Day, so that these tests do not depend on the embedded data.
    static let calendar: WorkingCalendar = {
        let off = (25...27).map { ("2026-09-\($0)", "中秋节") } + (1...7).map { ("2026-10-0\($0)", "国庆节") }
        let days =
            off.map { ScheduledDay(date: day($0.0), isWorking: false, name: $0.1) }
            + [("2026-09-20", "国庆节"), ("2026-10-10", "国庆节")]
            .map { ScheduledDay(date: day($0.0), isWorking: true, name: $0.1) }
        return WorkingCalendar(days: days, version: "test-2026")
    }()

    /// The same with a document of 2027 whose New Year is what the law says already.
    static let settledCalendar = WorkingCalendar(
        days: [
            ScheduledDay(date: day("2026-10-01"), isWorking: false, name: "国庆节"),
            ScheduledDay(date: day("2027-01-01"), isWorking: false, name: "元旦"),
        ],
        version: "test-2027"
    )

    static let period = reckoned("2026-09-30")
    static let end = day("2026-10-13").end
    static let during = day("2026-10-09").start.addingTimeInterval(3600)
    /// From Christmas on the next year's document can change the days.
    static let provisional = reckoned("2026-12-25")

    static func reckoned(_ published: String) -> PublicityPeriod {
        PublicityPeriod.reckon(
            askedDays: 5,
            publishedOn: day(published),
            today: day(published),
            calendar: calendar
        ).period
    }

    static func posting(_ period: PublicityPeriod = period, list: UUID = id(60)) -> Posting {
        Posting(
            list: list,
            round: id(61),
            publisher: publisher,
            enterpriseName: "滨州样例机械有限公司",
            title: "2026年特级技师建议人选公示",
            listDigest: String(repeating: "a", count: 64),
            handlingOffice: HandlingOffice(name: "纪律检查委员会", person: "冯某", telephone: "0543-0000000"),
            publishedAt: period.publishedOn.start,
            period: period
        )
    }

    static let names = [name(zhao, "赵一"), name(qian, "钱二"), name(sun, "孙三")]

    static func name(_ person: UUID, _ name: String) -> ShownName {
        ShownName(
            person: person,
            application: person,
            name: name,
            unit: "滨州样例机械有限公司",
            workshop: "一车间",
            occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil),
            merits: "改进焊接工艺三项",
            relaxation: nil
        )
    }

    /// A notice after some commands; one that is refused changes nothing.
    static func notice(_ commands: Notice.Command..., period: PublicityPeriod = period) -> Notice {
        var notice = Notice.initial
        for command in [.open(posting(period), names, remarks: [])] + commands { _ = try? notice.handle(command) }
        return notice
    }
}
