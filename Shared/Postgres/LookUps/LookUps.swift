import Executors
import Logging
import Synchronization

/// What is only looked up and asked often: on one connection that can change nothing, without a transaction.
///
/// Questions that come while the server is at others are sent together, as a pipeline: each is answered by a statement of
/// its own, seeing what is committed by then, and many of them cost one way to the server and back. So one connection
/// answers more questions than several would, each of which is waited for alone. Questions go by keys: one that takes long
/// is waited for by those sent with it.
package actor LookUps {
    /// So many questions are sent together at most; what is written and read for them fits the buffers of a socket.
    static let mostTogether = 64

    private let executor: BlockingExecutor
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let asked = Mutex<[Question]>([])
    private var handle: Handle?
    private var isClosed = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// The connection is opened by the first question.
    init(_ configuration: PostgresConfiguration, logger: Logger) {
        executor = BlockingExecutor(label: "look-\(configuration.applicationName)")
        self.configuration = configuration.reading
        self.logger = logger
    }

    /// The rows a statement returns.
    ///
    /// Where the connection turns out to be broken it is asked again on another one.
    ///
    /// - Throws: ``PostgresError``, or what is wrong with a parameter.
    package nonisolated func rows(_ sql: SQL) async throws -> Rows {
        let question = Question(sql)
        asked.withLock { $0.append(question) }
        return try await answer(to: question).get()
    }

    /// The rows of several statements that need nothing of each other, sent together.
    package nonisolated func rows(_ several: [SQL]) async throws -> [Rows] {
        let questions = several.map(Question.init)
        asked.withLock { $0 += questions }
        var rows: [Rows] = []
        for question in questions { rows.append(try await answer(to: question).get()) }
        return rows
    }

    /// Closes the connection; a later question throws `closed`.
    package func close() {
        isClosed = true
        handle = nil
    }

    /// Answers everything that is asked by now, unless whoever asked before has done so for this one too.
    private func answer(to question: Question) -> Result<Rows, any Error> {
        if let answer = question.answer { return answer }
        let waiting = asked.withLock { asked in
            defer { asked.removeAll(keepingCapacity: true) }
            return asked
        }
        for start in stride(from: 0, to: waiting.count, by: Self.mostTogether) {
            answer(Array(waiting[start..<min(start + Self.mostTogether, waiting.count)]))
        }
        return question.answer ?? .failure(PostgresError(.closed, "nobody answered"))
    }

    private func answer(_ questions: [Question]) {
        do throws(PostgresError) {
            let isFresh = handle == nil
            do throws(PostgresError) {
                try answerOnce(questions)
            } catch {
                guard error.kind == .connectionLost, !isFresh else { throw error }
                try answerOnce(questions.filter { $0.answer == nil })
            }
        } catch {
            for question in questions where question.answer == nil { question.answer = .failure(error) }
        }
    }

    private func answerOnce(_ questions: [Question]) throws(PostgresError) {
        let opened = try open()
        do throws(PostgresError) {
            try opened.answer(questions)
        } catch {
            if opened.isIdle { handle = consume opened }
            throw error
        }
        if opened.isIdle { handle = consume opened }
    }

    /// Takes the connection, opening it if need be.
    private func open() throws(PostgresError) -> Handle {
        guard !isClosed else { throw PostgresError(.closed, "the connection is closed") }
        if let handle = handle.take(), handle.isIdle { return handle }
        let opened = try Handle(configuration)
        let process = opened.processID
        logger.debug("connected", metadata: ["database": "\(configuration)", "process": "\(process)"])
        return opened
    }
}
