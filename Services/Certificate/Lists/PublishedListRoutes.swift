import Foundation
import Kernel
import Postgres
import ServiceKit
import Statements

extension Main {
    /// The published lists, for everybody.
    var publishedListRoutes: [Route] {
        [
            Route("GET /trust-list", perMinute: 120) { call, tx in
                try published(.trust, call, tx)
            },
            Route("GET /status-list", perMinute: 120) { call, tx in
                try published(.status, call, tx)
            },
        ]
    }

    private func published(_ kind: SignedList.Kind, _ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let store = PublishedListStore()
        let asked = call.query("version").flatMap(Int.init)
        let found = try asked.map { try store.find(kind, $0, in: tx) } ?? store.newest(kind, in: tx)
        guard let found else { throw NoListYet() }
        let tag = "\"\(kind == .trust ? "trust" : "status")-\(found.version)\""
        // A proxy may keep it for less than the minute within which a change is out.
        let keeping = "public, max-age=30"
        if call.header("if-none-match")?.contains(tag) == true {
            var answer = Answer.notModified(tag: tag)
            answer.headers["cache-control"] = keeping
            return answer
        }
        var answer = Answer.file(
            Array(found.document.utf8),
            type: "application/json; charset=utf-8",
            name: kind == .trust ? "trust-list.json" : "status-list.json"
        )
        answer.headers["etag"] = tag
        answer.headers["cache-control"] = keeping
        // Any page may read what everybody may have.
        answer.headers["access-control-allow-origin"] = "*"
        return answer
    }
}

/// No list of that kind and version was published.
struct NoListYet: Rejection, Hashable {
    var code: String { "certificate.no-list-yet" }
}
