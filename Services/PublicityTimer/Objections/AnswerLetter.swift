import PublicityTimerDomain

/// What the written answer names beside the objection itself: the notice, the office, the person, the authority.
struct AnswerLetter: Codable, Hashable {
    let noticeTitle: String
    let enterpriseName: String
    /// The office the plan names, in its words.
    let handlingOffice: String
    /// The name objected to, as the notice showed it; nil where the objection is about something else.
    let shown: String?
    let authority: AuthorityContact

    /// As these are now.
    init(to complaint: Complaint, on display: Display, authority: AuthorityContact) {
        noticeTitle = display.posting.title.withoutPersonalNumbers
        enterpriseName = display.posting.enterpriseName
        handlingOffice = display.posting.handlingOffice.name
        shown = complaint.subject.person.flatMap(display.name(of:)).map { name in
            "\(name.name)（\(name.unit.withoutPersonalNumbers)\(name.workshop.withoutPersonalNumbers)）"
        }
        self.authority = authority
    }
}
