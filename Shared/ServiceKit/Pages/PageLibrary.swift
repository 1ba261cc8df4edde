import Mustache

/// The pages of a service, read once when it starts.
///
/// `{{…}}` is escaped; nothing is put into a page by `{{{…}}}` but what stands in the service's folders. Every page has the
/// parts `head` (the look, see ``PageLook``) and `office` (an office and how to reach it).
package struct PageLibrary: Sendable {
    private let library: MustacheLibrary

    /// Reads templates by their names.
    ///
    /// - Throws: Where a template cannot be read; the service does not start with it.
    package init(_ templates: [(name: String, text: String)]) throws {
        var library = MustacheLibrary()
        for (name, text) in Self.parts + templates { try library.register(text, named: name) }
        self.library = library
    }

    /// A page with what it says.
    ///
    /// - Throws: ``Missing``.
    package func page(_ name: String, _ model: Any) throws -> String {
        guard let text = library.render(model, withTemplate: name) else { throw Missing(name: name) }
        return text
    }

    /// A page has no template.
    package struct Missing: Error {
        let name: String
    }

    private static var parts: [(name: String, text: String)] { [("head", head), ("office", office)] }

    private static let head = """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="robots" content="noindex">
        <style>\(PageLook.style)</style>
        """

    private static let office = """
        <dl>
        {{#.sections}}<dt>联系科室</dt><dd>{{.}}</dd>{{/.sections}}
        {{#.person}}<dt>联系人</dt><dd>{{.}}</dd>{{/.person}}
        {{#.telephone}}<dt>电话</dt><dd><a href="tel:{{.}}">{{.}}</a></dd>{{/.telephone}}
        {{#.address}}<dt>地址</dt><dd>{{.}}</dd>{{/.address}}
        {{#.email}}<dt>电子邮箱</dt><dd><a href="mailto:{{.}}">{{.}}</a></dd>{{/.email}}
        </dl>
        """
}
