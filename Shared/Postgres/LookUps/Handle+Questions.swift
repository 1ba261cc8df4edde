import CLibPQ

extension Handle {
    /// Answers questions: sent together, so that many cost one way to the server and back.
    ///
    /// What is wrong with one is that one's answer and touches no other.
    ///
    /// - Throws: `connectionLost`; the questions not answered by then can be asked on another connection.
    borrowing func answer(_ questions: [Question]) throws(PostgresError) {
        if questions.count > 1 { try answerTogether(questions) }
        // The server passes over what stands behind a statement that failed.
        for question in questions where question.answer == nil { try answerAlone(question) }
    }

    private borrowing func answerAlone(_ question: Question) throws(PostgresError) {
        for isLast in [false, true] {
            do {
                question.answer = .success(Rows(try execute(question.sql)))
                return
            } catch let error as PostgresError {
                guard error.kind != .connectionLost else { throw error }
                if error.isWorthRetrying, !isLast { continue }
                question.answer = .failure(error)
                return
            } catch {
                question.answer = .failure(error)
                return
            }
        }
    }

    private borrowing func answerTogether(_ questions: [Question]) throws(PostgresError) {
        let sent = try prepared(questions)
        guard unsafe PQenterPipelineMode(raw) == 1 else { return }
        for question in sent {
            guard send(question.bound, as: question.statement) else { throw lost() }
        }
        guard unsafe PQpipelineSync(raw) == 1 else { throw lost() }
        let deadline = patience.map { ContinuousClock.now.advanced(by: $0) }
        for question in sent { try takeAnswer(to: question, until: deadline) }
        guard let end = try next(until: deadline), end.status == PGRES_PIPELINE_SYNC,
            unsafe PQexitPipelineMode(raw) == 1
        else { throw lost() }
    }

    /// A question whose statement the server knows.
    private struct Prepared {
        let question: Question
        let bound: BoundStatement
        let statement: StatementCache.Statement
    }

    /// Those of the questions that can be sent; the others are answered with what is wrong with them.
    private borrowing func prepared(_ questions: [Question]) throws(PostgresError) -> [Prepared] {
        var prepared: [Prepared] = []
        prepared.reserveCapacity(questions.count)
        for question in questions {
            do {
                let bound = try BoundStatement(question.sql)
                let statement = try self.prepared(bound).statement
                prepared.append(Prepared(question: question, bound: bound, statement: statement))
            } catch let error as PostgresError {
                guard error.kind != .connectionLost else { throw error }
                question.answer = .failure(error)
            } catch {
                question.answer = .failure(error)
            }
        }
        return prepared
    }

    /// Takes the next answer; the question stays open where it was passed over, or has to be prepared anew.
    private borrowing func takeAnswer(
        to asked: Prepared,
        until deadline: ContinuousClock.Instant?
    ) throws(PostgresError) {
        while let result = try next(until: deadline) {
            let status = result.status
            guard status != PGRES_PIPELINE_ABORTED else { continue }
            guard status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE else {
                asked.question.answer = .success(Rows(consume result))
                continue
            }
            let error = stale(asked.bound.key, result.error(statement: asked.bound.key.text))
            guard error.kind != .connectionLost else { throw error }
            if !error.isWorthRetrying { asked.question.answer = .failure(error) }
        }
    }

    /// What libpq says, as the end of a connection: it is left in the middle of something.
    private borrowing func lost() -> PostgresError { PostgresError(.connectionLost, failure().message) }
}
