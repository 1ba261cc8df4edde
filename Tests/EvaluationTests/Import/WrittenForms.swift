import EvaluationDomain
import Kernel
import Testing

@testable import EvaluationService

@Suite("What people write in a form")
struct WrittenForms {
    @Test(
        "days in every usual form",
        arguments: [
            ("2005-07-01", "2005-07-01"), ("2004/7/1", "2004-07-01"), ("2004.7.1", "2004-07-01"),
            ("2004年7月1日", "2004-07-01"), ("２００５－０７－０１", "2005-07-01"), ("2004/7/1 0:00", "2004-07-01"),
            ("2004-2-30", nil), ("04/7/1", nil), ("38534", nil), ("2004-7", nil), ("", nil),
        ] as [(String, String?)]
    )
    func days(written: String, day: String?) {
        #expect(WrittenDay.read(written)?.description == day)
    }

    @Test(
        "spans, open and closed",
        arguments: [
            ("2021-06-01~", "2021-06-01至今"), ("2016-03-01~2022-03-31", "2016-03-01至2022-03-31"),
            ("2016-03-01～2018-02-28；2021/1/1~至今", "2016-03-01至2018-02-28;2021-01-01至今"), ("2021/3/1~", "2021-03-01至今"),
            ("2021-06-01", nil), ("~2021-06-01", nil), ("很久", nil),
        ] as [(String, String?)]
    )
    func spans(written: String, spans: String?) {
        #expect(WrittenSpans.read(written)?.chinese == spans)
    }

    @Test(
        "conditions",
        arguments: [
            ("二1", [1]), ("二1;二3", [1, 3]), ("（二）４、二2", [2, 4]), ("二5", nil), ("一2", nil),
        ] as [(String, [Int]?)]
    )
    func conditions(written: String, numbers: [Int]?) {
        #expect(WrittenWords.conditions(written)?.map(\.rawValue) == numbers)
    }

    @Test(
        "levels",
        arguments: [
            ("一级/高级技师", .seniorTechnician), ("高级技师", .seniorTechnician), ("二级/技师", .technician), ("技师", .technician),
            ("特级技师", .specialGradeTechnician), ("三级/高级工", .senior), ("老师傅", nil),
        ] as [(String, SkillLevel?)]
    )
    func levels(written: String, level: SkillLevel?) {
        #expect(WrittenWords.level(written) == level)
    }
}
