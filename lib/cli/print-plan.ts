import type { Json } from "@/lib/domain/json"
import type { SyncChangeView } from "@/lib/domain/sync-change"
import { readSyncChanges } from "@/lib/sync-logs/read-sync-changes"

const shown = 50

/** Prints the plan of a preview: each change, field by field, the first fifty. */
export async function printPlan(id: string): Promise<void> {
  const { items, nextCursor } = await readSyncChanges({ id, mode: "preview" }, { limit: shown })
  for (const change of items) console.log(linesOf(change).join("\n"))
  if (items.length === 0) return console.log("Nothing would change.")
  if (nextCursor !== null) console.log(`… and more; all of them: GET /api/sync-logs/${id}/changes`)
  console.log(`Carry it out with: npm run rollcall -- apply ${id}`)
}

function linesOf({ action, subjectName, serialNumber, externalId, fields }: SyncChangeView): string[] {
  const name = subjectName ?? serialNumber ?? externalId ?? "unnamed"
  const also = [serialNumber, externalId].filter((known) => known !== null && known !== name)
  const head = `${action.padEnd(8)}  ${name}${also.length === 0 ? "" : ` (${also.join(", ")})`}`
  const changed = Object.entries(fields).filter(([, [before, after]]) => before !== null || after !== null)
  return [
    plain(head),
    ...changed.map(
      ([field, [before, after]]) => `          ${plain(field)}: ${words(before)} → ${words(after)}`,
    ),
  ]
}

/** Names come from outside: nothing in them may steer the terminal. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, " ")

const words = (value: Json): string => (value === null ? "none" : JSON.stringify(value))
