import Postgres

/// One thing that can be asked: method and path, and what answers it.
package struct Route: Sendable {
    /// `POST /filings/{id}/acceptance`: the same words stand in `Access.swift` and in the OpenAPI document.
    package let key: String
    let method: String
    let segments: [Segment]
    /// The largest body it takes, in bytes.
    let mostBytes: Int
    /// How often a minute somebody without a token may ask from one address, and an account ``timesForKnown`` times; nil for
    /// as often as they like.
    let perMinute: Int?
    /// Whether what is sent must leave no trace, not even a digest: there are few ballots one can cast, and all can be tried.
    let isSecret: Bool
    let work: Work

    /// What answers inside a transaction.
    typealias Handling = @Sendable (Call, borrowing Transaction) throws -> Answer

    /// What answers.
    enum Work: Sendable {
        case changing(Handling)
        /// Looks at what was sent before the transaction begins, for what is done in it.
        case prepared(@Sendable (Call, borrowing Session) throws -> Handling)
        case lookingUp(@Sendable (Call, LookUps) async throws -> Answer)
    }

    enum Segment: Hashable, Sendable {
        case word(String)
        case parameter(String)
    }

    /// An account may ask so many times as often as an address nobody knows: enterprise systems ask for many people.
    package static let timesForKnown = 10

    /// The largest body of a route that says nothing else, in bytes.
    package static let usualBytes = 8 << 20

    /// A route that answers inside one lent transaction; a refusal thrown rolls it back.
    ///
    /// - Parameters:
    ///   - key: `POST /filings/{id}/acceptance`.
    ///   - mostBytes: the largest body it takes; a larger one is refused before it is read.
    ///   - perMinute: how often a minute somebody without a token may ask from one address, see ``ClientNetwork``; nil for no limit.
    ///   - isSecret: whether the body is left out of the memory of repeated requests; its key alone tells them then.
    ///   - handle: what answers.
    package init(
        _ key: String,
        mostBytes: Int = usualBytes,
        perMinute: Int? = nil,
        isSecret: Bool = false,
        _ handle: @escaping @Sendable (Call, borrowing Transaction) throws -> Answer
    ) {
        self.init(key, mostBytes: mostBytes, perMinute: perMinute, isSecret: isSecret, .changing(handle))
    }

    /// A route that only looks something up, which is asked often: on a connection that can change nothing, without a
    /// transaction, together with what others ask at the time, and without memory of repeated requests.
    package init(
        lookingUp key: String,
        mostBytes: Int = usualBytes,
        perMinute: Int? = nil,
        _ handle: @escaping @Sendable (Call, LookUps) async throws -> Answer
    ) {
        self.init(key, mostBytes: mostBytes, perMinute: perMinute, isSecret: false, .lookingUp(handle))
    }

    /// A route that looks at what was sent before its transaction begins, as at a large file: no transaction stands open for
    /// as long as that takes, and the server ends none for it.
    ///
    /// - Parameters:
    ///   - key: `POST /attestations/import`.
    ///   - mostBytes: the largest body it takes; a larger one is refused before it is read.
    ///   - beforehand: reads what was sent, on a thread that may block and a connection without a transaction; it changes
    ///     nothing, and is run again when the request is repeated.
    ///   - handle: what answers inside one lent transaction, with what was read.
    package init<Sent: Sendable>(
        _ key: String,
        mostBytes: Int = usualBytes,
        beforehand: @escaping @Sendable (Call, borrowing Session) throws -> Sent,
        _ handle: @escaping @Sendable (Sent, Call, borrowing Transaction) throws -> Answer
    ) {
        let work = Work.prepared { call, session in
            let sent = try beforehand(call, session)
            return { call, tx in try handle(sent, call, tx) }
        }
        self.init(key, mostBytes: mostBytes, perMinute: nil, isSecret: false, work)
    }

    private init(_ key: String, mostBytes: Int, perMinute: Int?, isSecret: Bool, _ work: Work) {
        self.key = key
        self.mostBytes = mostBytes
        self.perMinute = perMinute
        self.isSecret = isSecret
        self.work = work
        let words = key.split(separator: " ", maxSplits: 1)
        method = String(words.first ?? "")
        segments = (words.count > 1 ? words[1] : "").split(separator: "/").map { part in
            part.hasPrefix("{") ? .parameter(String(part.dropFirst().dropLast())) : .word(String(part))
        }
    }

    /// The same route with something done around what it does; one that only looks something up stays as it is.
    package func answering(
        _ around:
            @escaping @Sendable (
                _ handle: (Call, borrowing Transaction) throws -> Answer, Call, borrowing Transaction
            ) throws -> Answer
    ) -> Route {
        let inner: Work
        switch work {
        case .changing(let handle):
            inner = .changing { call, tx in try around(handle, call, tx) }
        case .prepared(let prepare):
            inner = .prepared { call, session in
                let handle = try prepare(call, session)
                return { call, tx in try around(handle, call, tx) }
            }
        case .lookingUp: return self
        }
        return Route(key, mostBytes: mostBytes, perMinute: perMinute, isSecret: isSecret, inner)
    }

    /// The parameters of a path this route answers, or nil where it is another's.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (segment, part) in zip(segments, path) {
            switch segment {
            case .word(let word): guard word == part else { return nil }
            case .parameter(let name): parameters[name] = part
            }
        }
        return parameters
    }

    /// How many parts are words; of two routes that match, the one with more is meant.
    var words: Int { segments.count { if case .word = $0 { true } else { false } } }
}
