import CompensationDomain
import Foundation
import Kernel

/// Values the tests share.
enum Sample {
    static func id(_ number: Int) -> UUID {
        UUID(uuidString: "01990000-0000-7000-8000-" + String(1_000_000_000_000 + number).dropFirst()) ?? UUID()
    }

    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? .earliest }

    static let (zhao, qian) = (id(1), id(2))
    static let employer = EnterpriseRef(id: id(50), creditCode: "91371600MA3N00011J")
    static let other = EnterpriseRef(id: id(51), creditCode: "9137160270000001X7")
    static let welder = Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil)
    static let turner = Occupation(code: "6-18-01-01", edition: "2022", name: "车工", specialty: "数控车工")
    static let plainTurner = Occupation(code: "6-18-01-01", edition: "2022", name: "车工", specialty: nil)

    /// The Gregorian quarter days make terms readable.
    static func term(_ from: String, _ through: String) -> Term {
        Term(from: day(from), through: day(through)) ?? whole
    }

    private static let always = Term(from: .earliest, through: .latest)
    static var whole: Term { always ?? term("2026-11-01", "2029-10-31") }
    static let three = term("2026-11-01", "2029-10-31")

    static func determination(of person: UUID = zhao, occupation: Occupation = welder) -> Holder.Determination {
        Holder.Determination(
            id: id(70),
            person: person,
            name: "赵一",
            employer: employer,
            occupation: occupation,
            on: day("2026-10-14")
        )
    }

    static func certificate(of person: UUID = zhao, occupation: Occupation = welder) -> Holder.Certificate {
        Holder.Certificate(
            id: id(80),
            number: "Y00003716000126T000001",
            person: person,
            name: "赵一",
            issuer: employer,
            occupation: occupation,
            determination: id(70),
            issuedOn: day("2026-10-20")
        )
    }

    static func band(_ code: String, _ minimum: Int64) -> Benchmark.Band? {
        Benchmark.Band(
            code: code,
            minimum: Money(fen: minimum),
            median: Money(fen: minimum + 100_000),
            components: [PayComponent(code: "G1", name: "岗位工资", counts: true)]
        )
    }

    /// A declaration in force from a day; the id is the minimum, so that a test can name it.
    static func declared(_ code: String, _ minimum: Int64, from: String) -> Parity.Benchmarked? {
        band(code, minimum).map { band in
            Parity.Benchmarked(
                id: id(Int(minimum)),
                declaration: Benchmark.Declaration(
                    employer: employer,
                    band: band,
                    effectiveFrom: day(from),
                    document: "薪酬管理办法"
                )
            )
        }
    }

    static func letter(
        band: String = "ZG-2",
        minimum: Int64 = 1_680_000,
        term: Term = three,
        certificate: UUID? = id(80),
        payFrom: LocalDate? = nil
    ) -> Appointment.Letter {
        Appointment.Letter(
            employer: employer,
            post: id(60),
            person: zhao,
            certificate: certificate,
            occupation: welder,
            term: term,
            band: Appointment.Band(code: band, minimum: Money(fen: minimum)),
            duties: "带徒",
            number: "聘〔2026〕1号",
            payFrom: payFrom
        )
    }
}
