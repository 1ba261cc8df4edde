extension Refusals {
    static let letters = Refusals(
        [],
        ofFields: [
            "compensation.letter-words", "compensation.letter-place-missing", "compensation.letter-place-unknown",
        ]
    )
}
