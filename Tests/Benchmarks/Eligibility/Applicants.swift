import EvaluationDomain
import Kernel

/// Applicants of every kind, the same every time.
enum Applicants {
    static func made(_ count: Int) throws -> [Particulars] {
        var state: UInt64 = 2026
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        func one<Value>(of values: [Value]) -> Value { values[next(values.count)] }
        let numbers = try ["Y000037160001211000001", "1837160001100012", "RSN37160001"].map(PriorCertificateNumber.init)
        let first = LocalDate(year: 2016, month: 1, day: 1) ?? .earliest
        return (0..<count).compactMap { index in
            let from = first.adding(days: next(3_000))
            let through = from.adding(days: 900)
            let spans =
                next(4) == 0
                ? [
                    SeniorPosts.Span(from: from, through: through),
                    SeniorPosts.Span(from: through.adding(days: 60), through: nil),
                ] : [SeniorPosts.Span(from: from, through: nil)]
            guard let posts = SeniorPosts(spans) else { return nil }
            return Particulars(
                unit: "滨州渤远机械制造有限公司",
                workshop: "焊接\(next(9))车间",
                position: "焊接班长",
                positionKind: one(of: ["生产一线", "生产一线", "科研一线", "管理", "检验"]),
                employmentForm: one(of: ["劳动合同", "劳动合同", "正式职工", "劳务派遣", "退休返聘"]),
                dutyStatus: one(of: ["在职在岗", "在职在岗", "在职在岗", "离岗"]),
                hiredOn: LocalDate(year: 2005, month: 7, day: 1),
                education: "大专",
                occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: "电焊工"),
                prior: PriorCertificate(
                    kind: "职业技能等级证书",
                    level: one(of: [.seniorTechnician, .seniorTechnician, .technician, nil]),
                    levelText: "一级/高级技师",
                    number: one(of: numbers),
                    occupation: one(of: ["焊工", "焊工", "电焊工"]),
                    issuer: nil,
                    issuedOn: LocalDate(year: 2015, month: 6, day: 1)
                ),
                seniorPosts: posts,
                stillInOccupation: next(10) > 0,
                healthConfirmed: next(20) > 0,
                conductConfirmed: next(20) > 0,
                conditions: one(of: [[.innovation], [.teaching, .innovation], [.honours], []]),
                merits: "薄壁管自动焊工艺革新,年节约\(index % 300)万元",
                honour: one(of: ["齐鲁首席技师", "滨州市劳动模范", "滨州工匠", nil]),
                honourDocument: one(of: ["鲁人社字〔2023〕1号", nil]),
                relaxation: nil,
                evidence: one(of: [["业绩证明.pdf", "评审意见.pdf"], []]),
                photo: nil,
                confirmedOn: nil
            )
        }
    }
}
