import Foundation
import Kernel

/// The files of `deploy/sample`.
struct Sample: Sendable {
    let folder: String
    let enterprise: JSON
    let generalFiling: JSON
    let specialFiling: JSON
    let workPlan: JSON
    let plan: JSON
    let applicants: [UInt8]
    let messages: [JSON]
    let objections: [JSON]
    let benchmark: JSON
    let creditCode: CreditCode

    /// Reads the folder.
    ///
    /// - Throws: ``OperatorError`` naming the file that is missing or not JSON.
    init(folder: String) throws {
        func bytes(_ name: String) throws -> [UInt8] {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw OperatorError("样例中没有 \(folder)/\(name)。")
            }
            return Array(data)
        }
        func json(_ name: String) throws -> JSON {
            do { return try JSON(bytes: bytes(name)) } catch is DecodingError {
                throw OperatorError("\(folder)/\(name) 不是 JSON。")
            }
        }
        self.folder = folder
        enterprise = try json("enterprise.json")
        generalFiling = try json("general-filing.json")
        specialFiling = try json("special-filing.json")
        workPlan = try json("work-plan.json")
        plan = try json("implementation-plan.json")
        applicants = try bytes("applicants.csv")
        messages = try json("ingress-applications.json").elements
        objections = try json("objections.json").elements
        benchmark = try json("benchmark.json")
        creditCode = try CreditCode(enterprise["creditCode"].text(of: "企业的统一社会信用代码"))
    }

    /// A day of the plan's schedule.
    func scheduled(_ name: String) throws -> LocalDate { try Self.day(plan["schedule"][name], "日程 \(name)") }

    /// A day in a file.
    static func day(_ value: JSON, _ what: String) throws -> LocalDate {
        guard let day = value.text.flatMap({ LocalDate($0) }) else { throw OperatorError("样例中的\(what)不是日期。") }
        return day
    }
}
