/// What the notice asks for at the least; a plan may ask for more, never for less.
package enum NoticeFloor {
    /// Years in a 高级技师 post: 三（一）2 “在高级技师岗位工作满4年”.
    package static let seniorPostYears = 4
    /// Additional conditions met: 三（二） “下列条件之一”.
    package static let additionalConditions = 1
    /// Working days on show: 四（三） “公示期不少于5个工作日”.
    package static let publicityDays = 5
    /// Members of the panel that reviews (四（二） 专家评审委员会).
    package static let panelSeats = 5
}
