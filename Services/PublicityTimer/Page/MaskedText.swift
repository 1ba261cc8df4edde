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
}
