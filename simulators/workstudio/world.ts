import type { WorkstudioFaults } from "./faults"
import type { Jobs } from "./open-jobs"

export type User = { username: string; password: string }

/** What the stand-in answers from. */
export type World = {
  jobs: Jobs
  faults: WorkstudioFaults
  users: User[]
  /** User names that are refused whatever the password. */
  refused: Set<string>
  /** User names that may not read the views. */
  barred: Set<string>
  /** User names in the order of their calls. */
  callers: string[]
  /** Hits left of faults that wear out. */
  worn: Map<string, number>
}

/** The views that this installation's admins have defined; every other GUID is unknown. */
export const views = {
  circuits: { guid: "{AAAAAAAA-0000-4000-8000-000000000001}", filterName: "By Job Status" },
  plannedUnits: { guid: "{AAAAAAAA-0000-4000-8000-000000000003}", filterName: "WO#" },
} as const
