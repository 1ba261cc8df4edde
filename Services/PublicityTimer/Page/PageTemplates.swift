import ServiceKit

/// The pages of this service, read once when it starts.
struct PageTemplates {
    private let library: PageLibrary

    /// - Throws: Where a template cannot be read; the service does not start with it.
    init() throws { library = try PageLibrary(Self.parts + Self.pages) }

    /// A page with what it says.
    ///
    /// - Throws: `PageLibrary.Missing`.
    func page(_ name: Name, _ model: Any) throws -> String { try library.page(name.rawValue, model) }

    /// The pages there are.
    enum Name: String {
        case notice, ended, refused, receipt, inquiry, calculator
    }

    private static var pages: [(String, String)] {
        [
            (Name.notice.rawValue, NoticeTemplate.text), (Name.ended.rawValue, EndedTemplate.text),
            (Name.refused.rawValue, RefusedTemplate.text), (Name.receipt.rawValue, ReceiptTemplate.text),
            (Name.inquiry.rawValue, InquiryTemplate.text), (Name.calculator.rawValue, CalculatorTemplate.text),
        ]
    }

    private static var parts: [(String, String)] {
        [("days", DaysTemplate.text), ("form", ObjectionFormTemplate.text), ("determined", EndedTemplate.determined)]
    }
}

/// Parts that several pages have.
enum DaysTemplate {
    /// The strip of days; the words in each box say all that its look says.
    static let text = """
        <ol class="days">
        {{#days}}
        <li class="{{style}}"><time datetime="{{day}}">{{date}}</time>{{weekday}}<b>{{.number}}{{^.number}}不计{{/.number}}</b>{{.reason}}</li>
        {{/days}}
        </ol>
        """
}
