import { requiredUnitColumns } from "./columns"
import { assertHeadings, type Table } from "./table"

export const unitsView = "The planned units view"

/** Throws ProviderError that names the headings which the planned units view lacks; the settings offer no others for them. */
export const assertUnitHeadings = (table: Table): void =>
  assertHeadings(table, requiredUnitColumns, unitsView, "or choose another view")
