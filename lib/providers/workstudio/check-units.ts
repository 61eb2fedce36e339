import { ProviderError } from "@/lib/domain/provider-error"
import type { Patience } from "@/lib/http/patience"
import type { Workstudio } from "./api"
import { assertUnitHeadings } from "./unit-headings"

type Told = { detail: string; warnings: string[] }

const nothing: Told = { detail: "", warnings: [] }

/** Once and briefly: the circuits, which come first, may have taken most of the time that a check has. */
const brief: Patience = { retries: 0, limited: 0, timeoutMs: 8000, maxWaitMs: 0 }

/**
 * Whether the planned units view can be read, tried with one work order. What is wrong with it is a warning: circuits can be read
 * without it. Of its rows nothing is told or kept.
 */
export async function checkUnits(workstudio: Workstudio, workOrder: string | null): Promise<Told> {
  if (workstudio.settings.views.plannedUnits === null || workOrder === null) return nothing
  try {
    const { table } = await workstudio.getPlannedUnits(workOrder, [], brief)
    assertUnitHeadings(table)
    const columns = table.headings.length
    return columns === 0 ? nothing : { ...nothing, detail: ` The planned units view has ${columns} columns.` }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const found =
      error.code === "timeout" ? "Planned units could not be tried" : "Planned units cannot be read"
    return { ...nothing, warnings: [`${found}: ${error.message}`] }
  }
}
