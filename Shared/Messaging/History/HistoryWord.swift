import AMQP
import Contracts
import Foundation
import Kernel

/// What services say to each other about the telling of history.
///
/// These are no facts: nothing has happened, nobody else hears them, and they are lost without harm, since a hearer asks
/// again. They go by the exchange of replays, straight to the queue of the one they are for.
enum HistoryWord: Hashable, Sendable {
    /// A hearer asks a speaker for all it has said.
    case wanted(by: ServiceName, request: UUID)
    /// A speaker has told a hearer all there was; it stands in the queue behind the last of it.
    case told(by: ServiceName, request: UUID)

    private static let wantedType = "gongjiang.history.wanted.v1"
    private static let toldType = "gongjiang.history.told.v1"

    /// The word a message is, or nil where it is none.
    init?(_ message: Message) {
        guard let type = message.type, type == Self.wantedType || type == Self.toldType,
            let sender = message.appID.flatMap(ServiceName.init(rawValue:)),
            let request = message.messageID.flatMap(UUID.init(uuidString:))
        else { return nil }
        self = type == Self.wantedType ? .wanted(by: sender, request: request) : .told(by: sender, request: request)
    }

    /// The word as it is sent to a service's queue.
    func message(to service: ServiceName, as user: String) -> Message {
        var message = Message(exchange: Topology.replay, routingKey: service.rawValue)
        switch self {
        case .wanted(let hearer, let request):
            message.type = Self.wantedType
            message.appID = hearer.rawValue
            message.messageID = request.lowercase
        case .told(let speaker, let request):
            message.type = Self.toldType
            message.appID = speaker.rawValue
            message.messageID = request.lowercase
        }
        message.userID = user
        return message
    }

    /// Who says it.
    var sender: ServiceName {
        switch self {
        case .wanted(let hearer, _): hearer
        case .told(let speaker, _): speaker
        }
    }
}
