import type { Errand } from "@/lib/domain/errand"
import type { Json } from "@/lib/domain/json"
import { loginsOfRun } from "@/lib/integrations/logins/logins-of-run"
import { claimSubjects } from "@/lib/inventory/circuits/units/claim-subjects"
import type { Run } from "@/lib/sync/run"

/** What this run wants of its session: a part of a stream, in whose name, and the work orders whose units it reads. */
export async function errandOf(run: Run, settings: Record<string, Json>): Promise<Errand> {
  const { filter } = run.context
  return {
    ...(await loginsOfRun(run, settings)),
    ...(filter && { filter }),
    subjects: (cursor) => claimSubjects(run, cursor),
  }
}
