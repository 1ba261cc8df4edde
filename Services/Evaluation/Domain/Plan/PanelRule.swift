import Kernel

/// How the panel (评审委员会) of a round is made up.
package struct PanelRule: Codable, Hashable, Sendable {
    /// How its members are chosen.
    package enum Selection: String, Codable, CaseIterable, Sendable {
        /// The plan names them.
        case named
        /// They are drawn from the pool of experts.
        case drawn
    }

    /// How many members it has: an odd number, five at least.
    package let size: Int
    package let selection: Selection

    /// A panel of so many; five named ones unless told otherwise.
    package init(size: Int = NoticeFloor.panelSeats, selection: Selection = .named) {
        self.size = size
        self.selection = selection
    }

    /// What is wrong with it.
    func problems(_ field: String = "panelRule") -> [FieldProblem] {
        if size < NoticeFloor.panelSeats {
            let floor = ["floor": String(NoticeFloor.panelSeats)]
            return [FieldProblem(field: "\(field).size", code: "evaluation.panel-too-small", arguments: floor)]
        }
        guard size % 2 == 1, size <= 99 else {
            return [FieldProblem(field: "\(field).size", code: "evaluation.panel-not-odd")]
        }
        return []
    }
}
