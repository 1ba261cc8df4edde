import Foundation

@testable import FilingService

/// Bodies about who is who, as clients write them, and what many tests begin with.
enum WhoPapers {
    static let foundry = """
        {"kind":"subsidiary","name":"邹平铸造","creditCode":"91371681MA3N000221","county":"邹平市","employees":320}
        """
    static let plant = #"{"kind":"plant","name":"二厂","site":"黄河五路1号","county":"BZ-KFQ","employees":85}"#

    static let withUnits = """
        {"creditCode":"91371600MA3N00011J","name":"滨州渤海精工机械有限公司","jurisdiction":"滨城区",
         "legalRepresentative":"王建国","units":[\(foundry),\(plant)],
         "contacts":[{"purpose":"filing","name":"李敏","telephone":"0543-8170000","email":"li@example.cn"},
                     {"purpose":"treatment","name":"赵强","telephone":"13905430001"}]}
        """

    /// An enterprise with two units; its id and version.
    static func register(at desk: Desk) async -> Desk.Reply {
        await desk.ask("POST", "/enterprises", as: .centre, withUnits)
    }

    /// The unit of a name in an answer about an enterprise.
    static func unit(_ name: String, of reply: Desk.Reply) -> [String: Any] {
        let units = reply.members["units"] as? [[String: Any]] ?? []
        return units.first { $0["name"] as? String == name } ?? [:]
    }
}
