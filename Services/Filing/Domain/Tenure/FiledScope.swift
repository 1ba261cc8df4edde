import Kernel

extension [FiledOccupation] {
    /// What of an occupation with its levels is not among these; nil where all is.
    package func missing(of asked: FiledOccupation) -> FiledOccupation? {
        let have = first { $0.occupation.isSame(as: asked.occupation) }?.levels ?? []
        let levels = asked.levels.filter { !have.contains($0) }
        return levels.isEmpty ? nil : FiledOccupation(occupation: asked.occupation, levels: levels)
    }

    /// These with more occupations or levels, each occupation once.
    package func adding(_ new: [FiledOccupation]) -> [FiledOccupation] {
        new.reduce(into: self) { all, one in
            if let place = all.firstIndex(where: { $0.occupation.isSame(as: one.occupation) }) {
                all[place] = FiledOccupation(
                    occupation: all[place].occupation,
                    levels: all[place].levels + one.levels
                )
            } else {
                all.append(one)
            }
        }
    }

    /// The occupations asked for that are not among these at level 高级技师, in the order asked.
    package func withoutSeniorLevel(_ asked: [Occupation]) -> [Occupation] {
        asked.filter { wanted in
            !contains { $0.levels.contains(.seniorTechnician) && $0.occupation.isSame(as: wanted) }
        }
    }
}

extension Occupation {
    /// Whether code, edition and 工种 are the same; codes changed their meaning between editions.
    package func isSame(as other: Occupation) -> Bool {
        code == other.code && edition == other.edition && specialty == other.specialty
    }
}
