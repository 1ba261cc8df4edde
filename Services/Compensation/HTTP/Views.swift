import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A benchmark as its enterprise sees it; amounts in fen a month.
struct BenchmarkView: Encodable {
    let id: String
    let creditCode: String
    let band: Band
    let effectiveFrom: LocalDate
    let document: String

    struct Band: Encodable {
        let code: String
        let minimumFen: Int64
        let medianFen: Int64
        let components: [String]
    }

    init?(_ benchmark: Stored<Benchmark>) {
        guard let declaration = benchmark.state.declaration else { return nil }
        id = benchmark.id.lowercase
        creditCode = declaration.employer.creditCode
        band = Band(
            code: declaration.band.code,
            minimumFen: declaration.band.minimum.fen,
            medianFen: declaration.band.median.fen,
            components: declaration.band.components
        )
        effectiveFrom = declaration.effectiveFrom
        document = declaration.document
    }
}

/// A post with its seats.
struct PostView: Encodable {
    let id: String
    let creditCode: String
    let occupation: Occupation
    let unit: String
    let headcount: Int
    /// Seats whose term has not ended.
    let taken: Int
    let decision: String
    let plan: String?
    let seats: [Seat]

    struct Seat: Encodable {
        let appointment: String
        let person: String
        let from: LocalDate
        let through: LocalDate
    }

    init?(_ post: Stored<Post>, today: LocalDate) {
        guard let terms = post.state.terms else { return nil }
        id = post.id.lowercase
        creditCode = terms.employer.creditCode
        occupation = terms.occupation
        unit = terms.unit
        headcount = terms.headcount
        taken = post.state.seats.count { $0.term.through >= today }
        decision = terms.decision
        plan = terms.plan?.lowercase
        seats = post.state.seats.map { seat in
            Seat(
                appointment: seat.appointment.lowercase,
                person: seat.person.lowercase,
                from: seat.term.from,
                through: seat.term.through
            )
        }
    }
}

/// A person of a determination who is not appointed yet.
struct HolderView: Encodable {
    let id: String
    let person: String
    let name: String
    /// determined: no certificate yet; certified: the determination is not heard of yet; qualified: both.
    let state: String
    let occupation: Occupation
    let determination: String
    let determinedOn: LocalDate?
    let certificate: String?
    let certificateNumber: String?
    let issuedOn: LocalDate?
    /// Whether the certificate is out of force, so that nobody can be appointed on it; missing where it is in force.
    let isSuspended: Bool?

    init?(_ holder: Stored<Holder>, isSuspended: Bool = false) {
        let (determined, certificate) = (holder.state.determination, holder.state.certificate)
        guard let person = determined?.person ?? certificate?.person, let name = determined?.name ?? certificate?.name,
            let occupation = determined?.occupation ?? certificate?.occupation,
            let determination = determined?.id ?? certificate?.determination
        else { return nil }
        id = holder.id.lowercase
        self.person = person.lowercase
        self.name = name
        state = holder.state.phase.rawValue
        self.occupation = occupation
        self.determination = determination.lowercase
        determinedOn = determined?.on
        self.certificate = certificate?.id.lowercase
        certificateNumber = certificate?.number
        issuedOn = certificate?.issuedOn
        self.isSuspended = isSuspended ? true : nil
    }
}

/// An appointment; the amounts are for its enterprise alone.
struct AppointmentView: Encodable {
    let id: String
    let creditCode: String
    let post: String
    let person: String
    let certificate: String
    let occupation: Occupation
    let from: LocalDate
    let through: LocalDate
    let band: Band
    let duties: String
    let letter: String
    let benchmark: String
    /// `made`, or `ended` once its term is over.
    let state: String
    /// What its employer and the authority are to look at; missing where nothing is.
    let flag: Flag?

    /// Why an appointment is flagged.
    enum Flag: String, Encodable {
        case filingSuspended = "filing-suspended"
        case filingCancelled = "filing-cancelled"
    }

    struct Band: Encodable {
        let code: String
        let minimumFen: Int64?
    }

    init?(_ appointment: Stored<Appointment>, showsAmounts: Bool, flag: Flag? = nil) {
        guard let letter = appointment.state.letter, let measure = appointment.state.measure else { return nil }
        id = appointment.id.lowercase
        creditCode = letter.employer.creditCode
        post = letter.post.lowercase
        person = letter.person.lowercase
        certificate = letter.certificate.lowercase
        occupation = letter.occupation
        from = letter.term.from
        through = letter.term.through
        band = Band(code: letter.band.code, minimumFen: showsAmounts ? letter.band.minimum.fen : nil)
        duties = letter.duties
        self.letter = letter.number
        benchmark = measure.id.lowercase
        if case .ended = appointment.state { state = "ended" } else { state = "made" }
        self.flag = flag
    }
}
