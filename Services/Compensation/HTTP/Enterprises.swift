import Foundation
import Kernel
import Postgres
import ServiceKit

extension Main {
    /// The enterprise a body names, if it is the caller's own and registered.
    func employer(
        _ creditCode: String,
        of call: Call,
        in tx: borrowing Transaction
    ) throws -> EnterpriseDirectory.Entry {
        var checks = Checks()
        let creditCode = checks.creditCode(creditCode)
        try checks.finish()
        try call.require(enterprise: creditCode)
        guard let known = try directory.find(creditCode: creditCode, in: tx) else { throw NotFound("enterprise") }
        return known
    }
}

extension Call {
    /// The enterprise a list is about: an enterprise's people see their own, officers what they ask for.
    func enterprise() throws -> String? {
        guard caller.role.isOfEnterprise else { return query("creditCode") }
        let own = caller.organisation ?? ""
        try require(enterprise: own)
        return own
    }
}
