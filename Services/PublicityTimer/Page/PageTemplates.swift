import Mustache

/// The pages of this service, read once when it starts.
///
/// `{{…}}` is escaped; nothing is put into a page by `{{{…}}}` but what stands in this folder.
struct PageTemplates {
    private let library: MustacheLibrary

    /// - Throws: Where a template cannot be read; the service does not start with it.
    init() throws {
        var library = MustacheLibrary()
        for (name, text) in Self.parts + Self.pages { try library.register(text, named: name) }
        self.library = library
    }

    /// A page with what it says.
    ///
    /// - Throws: ``Missing``.
    func page(_ name: Name, _ model: Any) throws -> String {
        guard let text = library.render(model, withTemplate: name.rawValue) else { throw Missing(name: name) }
        return text
    }

    /// The pages there are.
    enum Name: String {
        case notice, ended, refused, receipt, inquiry, calculator
    }

    /// A page has no template.
    struct Missing: Error {
        let name: Name
    }

    private static var pages: [(String, String)] {
        [
            (Name.notice.rawValue, NoticeTemplate.text), (Name.ended.rawValue, EndedTemplate.text),
            (Name.refused.rawValue, RefusedTemplate.text), (Name.receipt.rawValue, ReceiptTemplate.text),
            (Name.inquiry.rawValue, InquiryTemplate.text), (Name.calculator.rawValue, CalculatorTemplate.text),
        ]
    }

    private static var parts: [(String, String)] {
        [
            (
                "head",
                """
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="robots" content="noindex">
                <style>\(PageLook.style)</style>
                """
            ),
            ("days", DaysTemplate.text), ("office", DaysTemplate.office), ("form", ObjectionFormTemplate.text),
            ("determined", EndedTemplate.determined),
        ]
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

    /// An office and how to reach it.
    static let office = """
        <dl>
        {{#.sections}}<dt>联系科室</dt><dd>{{.}}</dd>{{/.sections}}
        {{#.person}}<dt>联系人</dt><dd>{{.}}</dd>{{/.person}}
        {{#.telephone}}<dt>电话</dt><dd><a href="tel:{{.}}">{{.}}</a></dd>{{/.telephone}}
        {{#.address}}<dt>地址</dt><dd>{{.}}</dd>{{/.address}}
        {{#.email}}<dt>电子邮箱</dt><dd><a href="mailto:{{.}}">{{.}}</a></dd>{{/.email}}
        </dl>
        """
}
