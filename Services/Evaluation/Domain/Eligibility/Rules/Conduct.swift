extension EligibilityRule {
    /// 三（一）1: 遵守法律法规和规章制度、职业道德、突出贡献; the enterprise confirms it, the merits say what for.
    static let conduct = EligibilityRule(name: "conduct", clause: .conduct) { particulars, _, _ in
        guard particulars.conductConfirmed else { return .notMet("企业未确认遵纪守法") }
        return .met("企业已确认遵纪守法", "业绩:\(particulars.merits)")
    }
}
