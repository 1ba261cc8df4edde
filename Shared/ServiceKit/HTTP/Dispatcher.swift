import Cryptography
import Foundation
import Kernel
import Logging
import Messaging
import Postgres

/// A request without the network around it.
package struct PlainRequest: Sendable {
    package var method: String
    /// Path and query, as in the request line.
    package var target: String
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]
    /// The address it came from, nil where there is no network.
    package var source: String?

    /// Makes a request.
    package init(
        _ method: String,
        _ target: String,
        headers: [String: String] = [:],
        body: [UInt8] = [],
        source: String? = nil
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.source = source
    }
}

/// A response without the network around it.
package struct PlainResponse: Sendable {
    package let status: Int
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]
    /// What is sent in place of `body`, read as it is sent.
    package var stream: BodyStream?
}

/// Takes a request through authentication, access, idempotency and the route's transaction to an answer.
package struct Dispatcher: Sendable {
    let routes: RouteTable
    let access: Access
    let problems: ProblemWriter
    let database: PostgresPool
    let clock: BusinessClock
    let keys: KeyRing
    let authenticate: @Sendable (String) async -> Caller?
    let limiter: RateLimiter
    let foreground: Foreground
    let logger: Logger
    private let timers = RequestTimers()

    /// - Parameters:
    ///   - routes: what can be asked.
    ///   - access: who may; a route without a row nobody may.
    ///   - messages: what refusals say.
    ///   - database: where each route's transaction is lent from.
    ///   - clock: business time.
    ///   - keys: seal the answers that are kept for repeated requests.
    ///   - authenticate: the caller a bearer token names, or nil.
    ///   - limiter: counts what comes to routes that have a limit.
    ///   - foreground: told while somebody is being answered.
    ///   - logger: where faults are told, once.
    package init(
        routes: [Route],
        access: Access,
        messages: MessageCatalogue,
        database: PostgresPool,
        clock: BusinessClock,
        keys: KeyRing,
        authenticate: @escaping @Sendable (String) async -> Caller?,
        limiter: RateLimiter = RateLimiter(),
        foreground: Foreground = Foreground(),
        logger: Logger
    ) {
        self.routes = RouteTable(routes)
        self.access = access
        problems = ProblemWriter(messages: messages)
        self.database = database
        self.clock = clock
        self.keys = keys
        self.authenticate = authenticate
        self.limiter = limiter
        self.foreground = foreground
        self.logger = logger
    }

    /// Answers a request; never throws.
    package func respond(to request: PlainRequest) async -> PlainResponse {
        switch await admit(request) {
        case .admitted(let admission): await respond(to: request, admission)
        case .refused(let response): response
        }
    }

    /// Who asks for what, and may.
    package struct Admission: Sendable {
        let route: Route
        let parameters: [String: String]
        let caller: Caller
        let rule: Access.Rule
        let since: ContinuousClock.Instant

        /// The largest body the route takes, in bytes.
        package var mostBytes: Int { route.mostBytes }
    }

    /// What became of a request before its body was looked at.
    package enum Entrance: Sendable {
        case admitted(Admission)
        case refused(PlainResponse)
    }

    /// Whether a request may be made at all, by its first line and headers: nobody has a body read who may not ask.
    package func admit(_ request: PlainRequest) async -> Entrance {
        let since = ContinuousClock.now
        let found = routes.find(request.method, request.path)
        do {
            guard let (route, parameters) = found else { throw NotFound(request.path) }
            let caller = try await caller(of: request)
            guard let rule = access.rule(of: route.key) else { throw Forbidden() }
            if let roles = rule.roles, !roles.contains(caller.role) {
                throw caller.role == .everyone ? Unauthenticated() as any Error : Forbidden()
            }
            if let most = route.perMinute { try count(request, of: caller, to: route.key, most: most) }
            return .admitted(
                Admission(route: route, parameters: parameters, caller: caller, rule: rule, since: since)
            )
        } catch {
            let response = refusal(of: error, of: request, TraceContext(request.headers["traceparent"]))
            timers.record(found?.0.key, status: response.status, since: since)
            return .refused(response)
        }
    }

    /// Answers a request that was admitted, with its body; never throws.
    package func respond(to request: PlainRequest, _ admission: Admission) async -> PlainResponse {
        foreground.enter()
        defer { foreground.leave() }
        let trace = TraceContext(request.headers["traceparent"])
        let response: PlainResponse
        do {
            guard request.body.count <= admission.mostBytes else { throw TooLarge(most: admission.mostBytes) }
            let answer = try await answer(request, admission, request.isEnglish, trace)
            response = PlainResponse(answer, trace: trace, stream: answer.stream.map(bodyStream))
        } catch {
            response = refusal(of: error, of: request, trace)
        }
        timers.record(admission.route.key, status: response.status, since: admission.since)
        return response
    }

    /// The answer to a body larger than its route takes.
    func tooLarge(_ request: PlainRequest, _ admission: Admission) -> PlainResponse {
        fault(TooLarge(most: admission.mostBytes), of: request)
    }

    /// A stream whose pieces are each read in a transaction of their own, so that a slow reader holds no connection.
    private func bodyStream(_ stream: AnswerStream) -> BodyStream {
        BodyStream(length: stream.length, pieces: stream.pieces) { [database, logger] index in
            do {
                return try await database.transaction { tx in try stream.read(index, tx) }
            } catch {
                logger.error("an answer broke off", metadata: ["piece": "\(index)", "error": "\(error)"])
                throw error
            }
        }
    }

    /// The answer where something failed outside a route.
    func fault(_ error: any Error, of request: PlainRequest) -> PlainResponse {
        refusal(of: error, of: request, TraceContext(request.headers["traceparent"]))
    }

    /// Counts a request to a route that has a limit: whom nobody knows by where they come from, everybody else by account.
    private func count(_ request: PlainRequest, of caller: Caller, to route: String, most: Int) throws {
        guard caller.role == .everyone else {
            return try limiter.count("\(route) by \(caller.subject)", most: most * Route.timesForKnown)
        }
        if let source = request.source { try limiter.count(route, from: source, most: most) }
    }

    private func answer(
        _ request: PlainRequest,
        _ admission: Admission,
        _ english: Bool,
        _ trace: TraceContext
    ) async throws -> Answer {
        switch admission.route.work {
        case .lookingUp(let handle):
            try await clock.refresh(by: database.lookUps)
            let call = call(request, admission, trace)
            return try checked(try await handle(call, database.lookUps), call, admission, english, trace)
        case .changing(let handle):
            return try await change(request, admission, english, trace, handle)
        case .prepared(let prepare):
            let handle = try await database.session { session in
                try prepare(call(request, admission, trace), session)
            }
            return try await change(request, admission, english, trace, handle)
        }
    }

    private func change(
        _ request: PlainRequest,
        _ admission: Admission,
        _ english: Bool,
        _ trace: TraceContext,
        _ handle: Route.Handling
    ) async throws -> Answer {
        let idempotency = try idempotency(request, admission)
        let answer = try await database.transaction { [clock] tx in
            try clock.refresh(in: tx)
            if let before = try idempotency?.answerBefore(in: tx) { return before }
            let call = call(request, admission, trace)
            let answer = try checked(try handle(call, tx), call, admission, english, trace)
            try idempotency?.store(answer, in: tx)
            return answer
        }
        CrashPoint.reach("http.after-commit")
        return answer
    }

    /// The memory of a repeated request, where it has a key.
    private func idempotency(_ request: PlainRequest, _ admission: Admission) throws -> Idempotency? {
        let (route, caller) = (admission.route, admission.caller)
        guard let key = request.headers["idempotency-key"], route.method != "GET", !key.isEmpty else { return nil }
        guard key.utf8.count <= 255 else { throw Idempotency.KeyTooLong() }
        return Idempotency(
            key: key,
            actor: "\(caller.subject) \(caller.role.rawValue) \(caller.organisation ?? caller.county ?? "")",
            route: route.key,
            path: request.target,
            body: route.isSecret ? [] : request.body,
            keys: keys
        )
    }

    /// The request as its route sees it.
    private func call(_ request: PlainRequest, _ admission: Admission, _ trace: TraceContext) -> Call {
        Call(
            caller: admission.caller,
            cause: Cause(
                actor: admission.caller.subject,
                now: clock.now,
                correlation: trace.correlation,
                traceparent: trace.header
            ),
            bytes: request.body,
            contentType: request.headers["content-type"],
            parameters: admission.parameters,
            queries: request.queries,
            ifMatch: request.headers["if-match"],
            headers: request.headers,
            source: request.source,
            scope: ScopeCheck(),
            limiter: limiter,
            repeated: { [keys] key in
                Idempotency(key: key, actor: "form", route: admission.route.key, path: "", body: [], keys: keys)
            }
        )
    }

    /// What a route answered, with a refusal it keeps written out.
    ///
    /// - Throws: ``ScopeNotChecked``.
    private func checked(
        _ answer: Answer,
        _ call: Call,
        _ admission: Admission,
        _ english: Bool,
        _ trace: TraceContext
    ) throws -> Answer {
        let answer = problems.written(answer, english: english, trace: trace.id)
        guard call.scope.covers(admission.rule.scope, for: admission.caller.role) else {
            throw ScopeNotChecked(route: admission.route.key)
        }
        return answer
    }

    private func caller(of request: PlainRequest) async throws -> Caller {
        guard let header = request.headers["authorization"] else { return .everyone }
        let words = header.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer", let caller = await authenticate(String(words[1]))
        else { throw Unauthenticated() }
        return caller
    }

    private func refusal(of error: any Error, of request: PlainRequest, _ trace: TraceContext) -> PlainResponse {
        let english = request.isEnglish
        if let problem = problems.problem(of: error, english: english, trace: trace.id) {
            return refusal(problem, error as? TooManyRequests, of: request, trace: trace)
        }
        if let postgres = error as? PostgresError, postgres.meansZeroByte {
            return PlainResponse(
                problems.make("common.zero-byte", [:], english: english, trace: trace.id),
                trace: trace
            )
        }
        let code =
            switch error {
            // What was sent is refused where it is read; this is a row of ours.
            case is DecodingError: "common.unreadable-row"
            case let postgres as PostgresError where postgres.meansUnavailable: "common.unavailable"
            default: "common.fault"
            }
        logger.error("a request failed", metadata: ["trace": "\(trace.id)", "error": "\(error)"])
        return PlainResponse(problems.make(code, [:], english: english, trace: trace.id), trace: trace)
    }
}

extension Dispatcher {
    /// A refusal as its reader can read it: who comes too often with a browser is told so on a page.
    private func refusal(
        _ problem: Problem,
        _ tooMany: TooManyRequests?,
        of request: PlainRequest,
        trace: TraceContext
    ) -> PlainResponse {
        guard let tooMany else { return PlainResponse(problem, trace: trace) }
        var response = PlainResponse(problem, trace: trace)
        if request.headers["accept"]?.contains("text/html") == true {
            let sentence = problem.title.escapedForHTML
            let language = request.isEnglish ? "en" : "zh-CN"
            let page =
                "<!DOCTYPE html><html lang=\"\(language)\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>\(sentence)</title></head>"
                + "<body><main><h1>\(sentence)</h1></main></body></html>"
            response = PlainResponse(.html(page, status: problem.status), trace: trace)
        }
        return response.with("retry-after", "\(tooMany.seconds)")
    }
}

extension PlainRequest {
    /// Whether the sender wants to read English.
    fileprivate var isEnglish: Bool { headers["accept-language"].map { $0.hasPrefix("en") } ?? false }
}

extension PlainResponse {
    /// The same with another header.
    fileprivate func with(_ name: String, _ value: String) -> PlainResponse {
        PlainResponse(
            status: status,
            headers: headers.merging([name: value]) { $1 },
            body: body,
            stream: stream
        )
    }
}

extension String {
    /// The text as it stands in HTML.
    fileprivate var escapedForHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// A route whose rule is limited to the own enterprise or county did not say whose, or where, the thing is.
private struct ScopeNotChecked: Error {
    let route: String
}

/// There is no token, or one that proves nothing.
struct Unauthenticated: Rejection {
    var code: String { "common.unauthenticated" }
}

/// The role may not.
struct Forbidden: Rejection {
    var code: String { "common.forbidden" }
}

/// The body is larger than the route takes.
struct TooLarge: Rejection {
    /// In bytes.
    let most: Int

    var code: String { "common.too-large" }
    var arguments: [String: String] {
        ["most": most >= 1 << 20 ? "\(most >> 20) MiB" : "\(most >> 10) KiB"]
    }
}

extension PostgresError {
    /// PostgreSQL holds no zero byte in a text, and a person sent one.
    fileprivate var meansZeroByte: Bool { ["22P05", "22021"].contains(state.rawValue) }
}
