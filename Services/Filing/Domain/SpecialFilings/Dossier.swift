import Kernel

/// The papers of a special-grade filing.
package struct Dossier: Hashable, Sendable, Codable {
    /// The general filing it rests on.
    package let generalFiling: ID<GeneralFiling>
    package let filer: EnterpriseRef
    /// What the enterprise wants to evaluate at special grade.
    package internal(set) var occupations: [Occupation]
    package internal(set) var application: SpecialApplication
    package internal(set) var workPlan: WorkPlanVersion
    /// The files handed in with it; empty until it is.
    package internal(set) var attachments: [FiledPaper]

    /// The papers as first written.
    package init(
        generalFiling: ID<GeneralFiling>,
        filer: EnterpriseRef,
        occupations: [Occupation],
        application: SpecialApplication,
        workPlan: WorkPlanVersion,
        attachments: [FiledPaper] = []
    ) {
        self.generalFiling = generalFiling
        self.filer = filer
        self.occupations = occupations
        self.application = application
        self.workPlan = workPlan
        self.attachments = attachments
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        generalFiling = try container.decode(ID<GeneralFiling>.self, forKey: .generalFiling)
        filer = try container.decode(EnterpriseRef.self, forKey: .filer)
        occupations = try container.decode([Occupation].self, forKey: .occupations)
        application = try container.decode(SpecialApplication.self, forKey: .application)
        workPlan = try container.decode(WorkPlanVersion.self, forKey: .workPlan)
        // Rows written before files were taken have none.
        attachments = try container.decodeIfPresent([FiledPaper].self, forKey: .attachments) ?? []
    }

    /// These papers with the files that are handed in.
    func with(_ attachments: [FiledPaper]) -> Dossier {
        var changed = self
        changed.attachments = attachments
        return changed
    }

    /// These papers with another work plan.
    func with(_ workPlan: WorkPlanVersion) -> Dossier {
        var changed = self
        changed.workPlan = workPlan
        return changed
    }

    /// These papers with another form and scope.
    func with(_ application: SpecialApplication, _ occupations: [Occupation]) -> Dossier {
        var changed = self
        changed.application = application
        changed.occupations = occupations
        return changed
    }

    /// The parts in which another form and scope differ.
    func differences(to application: SpecialApplication, _ occupations: [Occupation]) -> [SpecialPart] {
        (self.application == application ? [] : [.application])
            + (self.occupations == occupations ? [] : [.occupations])
    }
}

/// The parts of a special-grade filing beside its work plan.
package enum SpecialPart: String, CaseIterable, Codable, Sendable {
    case application, occupations

    /// The part's heading.
    package var chinese: String {
        switch self {
        case .application: "申请表"
        case .occupations: "职业(工种)"
        }
    }
}
