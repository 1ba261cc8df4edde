import Foundation
import Kernel
import PublicityTimerDomain
import ServiceKit

/// What was said about a place of display: a form, with photos or without, or the same as JSON without.
struct ChannelBody {
    let kind: String?
    let place: String?
    let by: String?
    let at: String?
    let photos: [MultipartForm.Part]

    private struct Plain: Decodable {
        let kind: String?
        let place: String?
        let by: String?
        let at: String?
    }

    /// - Throws: `FormRefusal`, `InvalidInput`.
    init(_ call: Call) throws {
        if call.contentType?.hasPrefix("multipart/form-data") == true {
            let form = try call.form()
            (kind, place, by, at, photos) = (form["kind"], form["place"], form["by"], form["at"], form.files)
        } else {
            let plain = try call.body(Plain.self)
            (kind, place, by, at, photos) = (plain.kind, plain.place, plain.by, plain.at, [])
        }
    }

    /// The place, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong; ``Channels/PageChannel``.
    func placement(of notice: UUID, now: Date) throws -> Channel.Placement {
        var problems: [FieldProblem] = []
        let kind = kind.flatMap(Channel.Kind.init(rawValue:))
        guard kind != .page else { throw Channels.PageChannel() }
        if kind == nil { problems.append(FieldProblem(field: "kind", code: "publicity-timer.channel-kind")) }
        let place = Text.required(place, field: "place", upTo: 200, &problems)
        let by = Text.required(by, field: "by", upTo: 60, &problems)
        let at = instant(now, &problems)
        guard problems.isEmpty, let kind, let at else { throw InvalidInput(problems) }
        return Channel.Placement(
            notice: notice,
            kind: kind,
            place: place,
            putUpBy: by,
            putUpAt: at,
            declaredAt: now
        )
    }

    /// The removal, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func removal(now: Date) throws -> Channel.Removal {
        var problems: [FieldProblem] = []
        let by = Text.required(by, field: "by", upTo: 60, &problems)
        let at = instant(now, &problems)
        guard problems.isEmpty, let at else { throw InvalidInput(problems) }
        return Channel.Removal(by: by, at: at)
    }

    private func instant(_ now: Date, _ problems: inout [FieldProblem]) -> Date? {
        guard let text = at, !text.isEmpty else {
            problems.append(FieldProblem(field: "at", code: "publicity-timer.required"))
            return nil
        }
        guard let at = try? Date(text, strategy: .iso8601) else {
            problems.append(FieldProblem(field: "at", code: "publicity-timer.instant"))
            return nil
        }
        if at > now { problems.append(FieldProblem(field: "at", code: "publicity-timer.at-in-future")) }
        return at
    }
}

/// What an officer decides about a dark day.
struct DarkDayBody: Decodable {
    private let extend: Bool?
    private let reason: String?

    /// The decision, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func decision(by officer: String, at now: Date) throws -> DarkDay.Decision {
        var problems: [FieldProblem] = []
        if extend == nil { problems.append(FieldProblem(field: "extend", code: "publicity-timer.required")) }
        let reason = Text.required(reason, field: "reason", upTo: 2000, &problems)
        guard problems.isEmpty, let extend else { throw InvalidInput(problems) }
        return DarkDay.Decision(extends: extend, officer: officer, reason: reason, at: now)
    }
}
