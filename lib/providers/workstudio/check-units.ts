import { ProviderError } from "@/lib/domain/provider-error"
import { quick } from "@/lib/http/patience"
import type { Workstudio } from "./api"
import { requiredUnitColumns } from "./columns"
import { assertHeadings } from "./table"

type Told = { detail: string; warnings: string[] }

const nothing: Told = { detail: "", warnings: [] }

/**
 * Whether the planned units view can be read, tried with one work order. What is wrong with it is a warning: circuits can be read
 * without it. Of its rows nothing is told or kept.
 */
export async function checkUnits(workstudio: Workstudio, workOrder: string | null): Promise<Told> {
  if (workstudio.settings.views.plannedUnits === null || workOrder === null) return nothing
  try {
    const { table } = await workstudio.getPlannedUnits(workOrder, [], { ...quick, timeoutMs: 60_000 })
    assertHeadings(table, requiredUnitColumns, "The planned units view")
    return { ...nothing, detail: ` The planned units view has ${table.headings.length} columns.` }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return { ...nothing, warnings: [`Planned units cannot be read: ${error.message}`] }
  }
}
