/// What refusals of printed papers say; a service that prints takes these in with `MessageCatalogue.including`.
///
/// The Chinese sentence comes with the refusal and names the character.
package let documentMessages: MessageCatalogue = [
    .init("document.missing-glyph", 422, zh: "{sentence}", en: "No font here has one of the characters."),
    .init("document.unprintable-character", 422, zh: "{sentence}", en: "One of the characters cannot be printed."),
]
