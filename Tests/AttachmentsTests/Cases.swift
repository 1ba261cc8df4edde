import Attachments
import Contracts
import Kernel
import Messaging
import Postgres
import ServiceKit

/// A small service whose cases have files: objections of an enterprise's people, some of them unknown.
struct Cases: ServiceDefinition {
    static let name = ServiceName.filing
    static let migrations =
        attachmentMigrations + [
            Migration(
                "x001_cases",
                forward: Array(
                    """
                    CREATE TABLE objection (id uuid PRIMARY KEY, enterprise text NOT NULL);
                    GRANT SELECT, INSERT ON objection TO {{service}};
                    """.utf8
                ),
                rollback: Array("DROP TABLE objection;".utf8)
            )
        ]
    static let access = Access([
        "POST /objections": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /objections/{id}/attachments": .everyone,
        "GET /objections/{id}/attachments": .only(.enterpriseHR, .bureauOfficer, within: .ownEnterprise),
        "GET /attachments/{id}": .everyone,
        "PUT /attachments/{id}/chunks/{number}": .everyone,
        "POST /attachments/{id}/completion": .everyone,
        "GET /attachments/{id}/content": .only(.enterpriseHR, .bureauOfficer, within: .ownEnterprise),
        "DELETE /attachments/{id}": .only(.enterpriseHR, within: .ownEnterprise),
    ])
    static let messages: MessageCatalogue = ([] as MessageCatalogue).including(attachmentMessages)

    let attachments: AttachmentStore

    init(_ environment: ServiceEnvironment) throws {
        attachments = try AttachmentStore(
            [
                AttachmentPurpose("evidence", kinds: FileKind.pictures.union(FileKind.papers)),
                AttachmentPurpose("secret", kinds: [.pdf, .text], mostFiles: 2, isSealed: true),
                AttachmentPurpose("brief", kinds: [.pdf], mostBytes: 2048, keptDays: 30),
            ],
            environment
        )
    }

    var subscriptions: [Subscription] { attachments.subscriptions }

    var routes: [Route] {
        [
            Route("POST /objections") { call, tx in
                let enterprise = call.caller.organisation ?? ""
                try call.require(enterprise: enterprise)
                let id = NewID.v7()
                try tx.execute("INSERT INTO objection VALUES (\(id), \(enterprise))")
                return try .created(["id": id])
            }
        ]
            + attachmentRoutes(attachments, of: ["objections": "objection"]) { call, wish, tx in
                let row = try tx.query("SELECT enterprise FROM objection WHERE id = \(wish.owner.id)").first
                guard let row else { throw NotFound("objection") }
                try call.require(enterprise: try row.decode("enterprise"))
                let purposes: Set<String>? = call.caller.role == .enterpriseHR ? ["evidence", "brief"] : nil
                return call.caller.role == .everyone ? .unnamed(call, as: "objector") : .named(call, purposes: purposes)
            }
    }
}
