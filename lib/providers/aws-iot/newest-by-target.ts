import type { Json } from "@/lib/domain/json"
import type { Reject } from "@/lib/domain/session"
import { readTime } from "./read-time"
import { rejectShape } from "./reject"
import { type DeploymentEntry, deploymentEntry } from "./shapes"

/** The newest entry of each target, by target; of two that are equally old, the later in the list. */
export function newestByTarget(items: Json[]): { newest: DeploymentEntry[]; rejects: Reject[] } {
  const newest = new Map<string, DeploymentEntry>()
  const rejects: Reject[] = []
  for (const item of items) {
    const { data: entry, error } = deploymentEntry.safeParse(item)
    if (error) rejects.push(rejectShape(item, { what: "deployment", idKey: "targetArn", error }))
    else if (madeAt(entry) >= madeAt(newest.get(entry.targetArn))) newest.set(entry.targetArn, entry)
  }
  const inOrder = [...newest.values()].sort((one, other) => (one.targetArn < other.targetArn ? -1 : 1))
  return { newest: inOrder, rejects }
}

const madeAt = (entry: DeploymentEntry | undefined): string => readTime(entry?.creationTimestamp) ?? ""
