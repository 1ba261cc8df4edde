/// Finds numbers of persons in texts that everybody may read, so that a text with one is refused and its place named.
///
/// Full-width forms, invisible characters and the usual grouping by spaces or hyphens hide nothing. Certificate numbers, credit
/// codes, days, amounts and running numbers are none of a person's.
package enum PersonalDataFinder {
    /// What was found.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// 公民身份号码: 18 characters with the right check character and a birth date.
        case citizenID = "citizen-id"
        /// 手机号码: 11 digits, the country's number before them or not.
        case mobileNumber = "mobile-number"
        /// 银行卡号: 13 to 19 digits that pass the check of ISO/IEC 7812.
        case bankCard = "bank-card"
    }

    /// One number and its place.
    package struct Finding: Hashable, Sendable {
        package let kind: Kind
        /// Where it stands in the text.
        package let range: Range<String.Index>
        /// The line, from 1.
        package let line: Int
        /// The character in the line, from 1.
        package let column: Int
    }

    /// All numbers of persons in a text, in order.
    package static func findings(in text: String) -> [Finding] {
        guard mayHold(text) else { return [] }
        var findings: [Finding] = []
        for chain in NumberChain.all(in: text) {
            var index = 0
            while index < chain.groups.count {
                if let (kind, end) = chain.match(at: index) {
                    let range = chain.groups[index].start..<chain.groups[end].end
                    let place = Self.place(of: range.lowerBound, in: text)
                    findings.append(Finding(kind: kind, range: range, line: place.line, column: place.column))
                    index = end + 1
                } else {
                    index += 1
                }
            }
        }
        return findings
    }

    /// Whether there are enough digits for the shortest number, counting whatever is neither ASCII nor an ideograph as one.
    private static func mayHold(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0xC2..<0xE4, 0xEA...0xFF: digits += 1
            default: continue
            }
            if digits == 11 { return true }
        }
        return false
    }

    private static func place(of index: String.Index, in text: String) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        for character in text[..<index] {
            (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
        }
        return (line, column)
    }
}

/// Groups of digits that belong together because a single space or hyphen at most stands between them.
private struct NumberChain {
    /// Digits without anything between them.
    struct Group {
        var digits: [UInt8] = []
        /// X stands behind the digits.
        var hasX = false
        /// Letters stand before the digits.
        var letters = 0
        var start: String.Index
        var end: String.Index
        /// What stands around says that it is an amount, or part of a code.
        var isOther = false
    }

    var groups: [Group]

    /// What begins with a group, and the last group of it.
    func match(at first: Int) -> (PersonalDataFinder.Kind, last: Int)? {
        if let last = run(from: first, of: 18), isCitizenID(first...last) { return (.citizenID, last) }
        for last in first..<min(groups.count, first + 3) where isMobile(first...last) { return (.mobileNumber, last) }
        for last in (first..<min(groups.count, first + 5)).reversed() where isBankCard(first...last) {
            return (.bankCard, last)
        }
        return nil
    }

    /// The last group of those that have so many characters together.
    private func run(from first: Int, of length: Int) -> Int? {
        var count = 0
        for index in first..<groups.count {
            if index > first, groups[index].letters > 0 { return nil }
            count += groups[index].digits.count + (groups[index].hasX ? 1 : 0)
            if count == length { return index }
            if count > length || groups[index].hasX { return nil }
        }
        return nil
    }

    private func digits(_ range: ClosedRange<Int>) -> [UInt8] { groups[range].flatMap(\.digits) }

    private func isCitizenID(_ range: ClosedRange<Int>) -> Bool {
        guard !groups[range].contains(where: \.isOther) else { return false }
        let text =
            String(decoding: digits(range).map { $0 + 0x30 }, as: UTF8.self)
            + (groups[range.upperBound].hasX ? "X" : "")
        guard let id = try? CitizenID(text), let province = Int(text.prefix(2)) else { return false }
        // Credit codes of companies begin with 91 to 93, which is no province.
        return (11...65).contains(province) || [71, 81, 82, 83].contains(province)
            ? (1880...2100).contains(id.birthDate.year) : false
    }

    private func isMobile(_ range: ClosedRange<Int>) -> Bool {
        let parts = groups[range]
        guard let head = parts.first, head.letters != 1,
            !parts.contains(where: { $0.isOther || $0.hasX }), !parts.dropFirst().contains(where: { $0.letters > 0 })
        else { return false }
        var digits = digits(range)
        if parts.count == 1 {
            for prefix: [UInt8] in [[8, 6], [0, 0, 8, 6], [0]] where digits.count == 11 + prefix.count {
                if digits.starts(with: prefix) { digits.removeFirst(prefix.count) }
            }
        } else if ![[3, 4, 4], [3, 8], [7, 4], [4, 3, 4]].contains(parts.map(\.digits.count)) {
            return false
        }
        return digits.count == 11 && digits[0] == 1 && digits[1] >= 3
    }

    private func isBankCard(_ range: ClosedRange<Int>) -> Bool {
        let parts = groups[range]
        guard !parts.contains(where: { $0.isOther || $0.hasX || $0.letters > 0 }) else { return false }
        let lengths = parts.map(\.digits.count)
        let isGrouped =
            lengths.dropLast().allSatisfy { $0 == 4 } && (1...4).contains(lengths.last ?? 0) || lengths == [6, 13]
        guard lengths.count == 1 || isGrouped else { return false }
        let digits = digits(range)
        guard (13...19).contains(digits.count), Self.isIssued(digits), Self.passesLuhn(digits) else { return false }
        let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        return digits.count != 18 || (try? CreditCode(text)) == nil
    }

    /// Whether cards begin so: 3 to 6 by ISO/IEC 7812, 8 and 9 in China's own use, 2221 to 2720 with 16 digits.
    ///
    /// Without this one in ten running numbers made of a day, which begin with 19 or 20, would be taken for a card.
    private static func isIssued(_ digits: [UInt8]) -> Bool {
        if [3, 4, 5, 6, 8, 9].contains(digits[0]) { return true }
        let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        return digits.count == 16 && (2221...2720).contains(four)
    }

    private static func passesLuhn(_ digits: [UInt8]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, item in
            let value = Int(item.element)
            guard item.offset % 2 == 1 else { return sum + value }
            return sum + (value > 4 ? 2 * value - 9 : 2 * value)
        }
        return sum % 10 == 0
    }
}

extension NumberChain {
    /// What a character can be in a number.
    private enum Sign {
        case digit(UInt8)
        case letter(isX: Bool)
        /// Groups digits.
        case joint
        /// Not seen by a reader.
        case hidden
        case other(Unicode.Scalar)
    }

    /// All chains of a text, in order.
    static func all(in text: String) -> [NumberChain] {
        var builder = Builder()
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            builder.take(sign(scalars[index]), from: index, to: next)
            index = next
        }
        builder.take(.other("\n"), from: index, to: index)
        return builder.chains
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Sign {
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        switch value {
        case 0x30...0x39: return .digit(UInt8(value - 0x30))
        case 0x41...0x5A, 0x61...0x7A: return .letter(isX: value | 0x20 == 0x78)
        case 0x20, 0x2D, 0xA0, 0x2002...0x200A, 0x2010...0x2015, 0x2212, 0x3000: return .joint
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xAD: return .hidden
        default: return .other(Unicode.Scalar(value) ?? scalar)
        }
    }

    /// Puts groups and chains together, a sign at a time.
    private struct Builder {
        private(set) var chains: [NumberChain] = []
        private var chain: [Group] = []
        private var group: Group?
        private var joints = 0
        private var before: Unicode.Scalar = "\n"
        /// A group has ended with a full stop, which a digit may make a fraction.
        private var isFraction = false

        mutating func take(_ sign: Sign, from start: String.Index, to end: String.Index) {
            switch sign {
            case .hidden: break
            case .digit(let digit): takeDigit(digit, start, end)
            case .letter(let isX): takeLetter(isX, start, end)
            case .joint:
                endGroup(before: " ")
                joints += 1
                before = " "
            case .other(let scalar):
                endGroup(before: scalar)
                // A full stop between digits makes an amount of them.
                isFraction = scalar == "." && joints == 0
                if !isFraction { endChain() }
                joints = 0
                before = scalar
            }
        }

        private mutating func takeDigit(_ digit: UInt8, _ start: String.Index, _ end: String.Index) {
            if isFraction {
                if let last = chain.indices.last { chain[last].isOther = true }
                endChain()
                isFraction = false
            }
            if group == nil {
                if joints > 1 { endChain() }
                joints = 0
                group = Group(start: start, end: end)
                if ["¥", "$", "."].contains(before) { group?.isOther = true }
            }
            if group?.hasX == true { group?.isOther = true }
            if group?.digits.isEmpty == true { group?.start = start }
            group?.digits.append(digit)
            group?.end = end
        }

        private mutating func takeLetter(_ isX: Bool, _ start: String.Index, _ end: String.Index) {
            isFraction = false
            guard let current = group else {
                if joints > 1 { endChain() }
                joints = 0
                group = Group(letters: 1, start: start, end: end)
                return
            }
            if current.digits.isEmpty {
                group?.letters += 1
            } else if isX, current.digits.count <= 17, !current.hasX {
                group?.hasX = true
                group?.end = end
            } else {
                group?.isOther = true
            }
        }

        /// Ends the group; `next` is what stands behind it.
        private mutating func endGroup(before next: Unicode.Scalar) {
            guard var ended = group else { return }
            group = nil
            if ["元", "万", "亿", "%"].contains(next) { ended.isOther = true }
            if ended.digits.isEmpty {
                endChain()
            } else {
                chain.append(ended)
            }
        }

        private mutating func endChain() {
            if !chain.isEmpty { chains.append(NumberChain(groups: chain)) }
            chain = []
        }
    }
}
