import Foundation
import Kernel

/// A calendar file on this machine.
struct ImportedCalendar {
    /// The bytes of the file.
    let bytes: [UInt8]
    /// Its name, for the sentences.
    let name: String

    init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// - Throws: ``OperatorError`` where the file cannot be read.
    init(file: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw OperatorError("读不到文件 \(file)。") }
        self.init(bytes: Array(data), name: file)
    }

    /// The documents in it, with what is said of their paper.
    ///
    /// - Throws: ``OperatorError`` with every problem and its line; or where one paper is named for several years.
    func documents(number: String?, address: String?, publishedOn: LocalDate?) throws -> [CalendarDocument] {
        let documents: [CalendarDocument]
        do {
            documents = try CalendarFile.read(bytes)
        } catch {
            throw OperatorError(Self.text(of: error.problems, in: name))
        }
        guard number != nil || address != nil || publishedOn != nil else { return documents }
        guard documents.count == 1 else {
            let years = documents.map { String($0.year) }.joined(separator: "、")
            throw OperatorError("文件含有多年的安排(\(years)),--source、--address、--published-on 只能用于一年的文件。")
        }
        return documents.map { document in
            let source = CalendarDocument.Source(
                documentNumber: number ?? document.source.documentNumber,
                address: address ?? document.source.address,
                publishedOn: publishedOn ?? document.source.publishedOn
            )
            return CalendarDocument(year: document.year, source: source, days: document.days)
        }
    }

    /// What a document holds, and what it leaves to the law.
    static func summary(of document: CalendarDocument) -> [String] {
        let off = document.days.count { !$0.isWorking }
        let head =
            "\(document.reference.chinese):放假\(off)日,调休上班\(document.days.count - off)日"
            + (document.source.publishedOn.map { ",\($0.chinese)公布" } ?? "") + "。"
        let forgotten = document.unnamedHolidays.map { holiday in
            let days = holiday.dates.map(\.description).joined(separator: "、")
            return "  提示:未列出\(holiday.name)(\(days)),载入后这些日期仍按法定节日放假;请核对文件是否完整。"
        }
        return [head] + forgotten
    }

    private static func text(of problems: [CalendarProblem], in name: String) -> String {
        let most = 50
        let lines = problems.prefix(most).map { "  " + $0.chinese }
        let rest = problems.count > most ? ["  另有\(problems.count - most)处。"] : []
        return (["\(name) 有\(problems.count)处问题,没有载入:"] + lines + rest).joined(separator: "\n")
    }
}
