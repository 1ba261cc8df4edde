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

    /// The papers as first written.
    package init(
        generalFiling: ID<GeneralFiling>,
        filer: EnterpriseRef,
        occupations: [Occupation],
        application: SpecialApplication,
        workPlan: WorkPlanVersion
    ) {
        self.generalFiling = generalFiling
        self.filer = filer
        self.occupations = occupations
        self.application = application
        self.workPlan = workPlan
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
}
