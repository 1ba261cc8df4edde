import Kernel

extension String {
    /// The text with every number of a person made unreadable; what was there is seen by its length alone.
    ///
    /// A fact cannot be refused, so what evaluation let through is masked wherever a notice is shown.
    var withoutPersonalNumbers: String {
        var masked = self
        for finding in PersonalDataFinder.findings(in: self).reversed() {
            let count = self[finding.range].count { !$0.isWhitespace && $0 != "-" }
            masked.replaceSubrange(finding.range, with: String(repeating: "*", count: count))
        }
        return masked
    }

    /// The text with the punctuation of Chinese sentences, as official papers print it; for sentences of ours alone.
    var inFullWidth: String {
        let wide: [Character: Character] = [",": "，", ":": "：", ";": "；", "?": "？", "(": "（", ")": "）"]
        let characters = Array(self)
        func isChinese(_ index: Int) -> Bool {
            guard characters.indices.contains(index) else { return false }
            let scalars = characters[index].unicodeScalars
            return scalars.contains { $0.properties.isIdeographic || (0x3000...0x303F).contains($0.value) }
        }
        return String(
            characters.enumerated().map { index, character in
                guard let other = wide[character], isChinese(index - 1) || isChinese(index + 1) else {
                    return character
                }
                return other
            }
        )
    }
}
