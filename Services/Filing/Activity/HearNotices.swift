import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Keeps which notices are on show, and which names an objection took out.
enum HearNotices {
    /// A word about a notice: until when it runs, or that it does no more.
    struct Word {
        let notice: UUID
        let list: UUID
        let lastDay: LocalDate
        let names: Int?
        let state: String
        let sequence: Int
    }

    /// Takes words in, in the order they were said of each notice; what is over stays over.
    static func take(_ words: [Word], in tx: borrowing Transaction) throws {
        for word in words.sorted(by: { $0.sequence < $1.sequence }) {
            try tx.execute(
                """
                INSERT INTO heard_notice AS old (notice, list, last_day, names, state, heard)
                VALUES (\(word.notice), \(word.list), \(word.lastDay.description)::text::date, \(word.names), \(word.state), \(word.sequence))
                ON CONFLICT (notice) DO UPDATE SET
                    names = COALESCE(excluded.names, old.names),
                    last_day = CASE WHEN old.heard < excluded.heard THEN excluded.last_day ELSE old.last_day END,
                    state = CASE WHEN old.state = 'open' OR old.heard < excluded.heard AND excluded.state <> 'open'
                        THEN excluded.state ELSE old.state END,
                    heard = GREATEST(old.heard, excluded.heard)
                """
            )
        }
    }

    /// Names, and where no person is given whole lists, from which nothing follows.
    static func strike(_ struck: [(list: UUID, person: UUID?)], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO heard_strike (list, person)
            SELECT * FROM unnest(\(struck.map(\.list))::uuid[], \(struck.map(\.person))::uuid[])
            ON CONFLICT DO NOTHING
            """
        )
    }

    /// A notice was opened.
    static func word(_ fact: Received<PublicityOpened>) -> Word {
        word(of: fact, fact.message.about, fact.message.period, names: fact.message.names, "open")
    }

    /// The end of the whole notice was moved; nil where it is one name's.
    static func word(_ fact: Received<EndMoved>) -> Word? {
        guard fact.message.candidate == nil else { return nil }
        return word(of: fact, fact.message.about, fact.message.new, names: nil, "open")
    }

    /// A notice ran in full.
    static func word(_ fact: Received<PublicityCompleted>) -> Word {
        word(of: fact, fact.message.about, fact.message.period, names: nil, "completed")
    }

    private static func word<F: Fact>(
        of fact: Received<F>,
        _ about: NoticeRef,
        _ period: NoticePeriod,
        names: Int?,
        _ state: String
    ) -> Word {
        Word(
            notice: about.notice,
            list: about.list,
            lastDay: period.lastDay,
            names: names,
            state: state,
            sequence: fact.envelope.sequence
        )
    }

    /// Notices that were annulled.
    static func annulled(_ facts: [Received<NoticeAnnulled>], in tx: borrowing Transaction) throws {
        for fact in facts {
            let sequence = fact.envelope.sequence
            try tx.execute(
                """
                INSERT INTO heard_notice AS old (notice, list, last_day, state, heard)
                VALUES (\(fact.message.about.notice), \(fact.message.about.list), \(fact.cause.today.description)::text::date, 'annulled',
                    \(sequence))
                ON CONFLICT (notice) DO UPDATE SET state = 'annulled', heard = GREATEST(old.heard, excluded.heard)
                """
            )
        }
        try strike(facts.map { ($0.message.about.list, nil) }, in: tx)
    }
}
