import { cutPage } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing } from "@/lib/domain/listing"
import { lists } from "@/lib/domain/lists"
import type { HeldRecordView } from "@/lib/domain/removal-hold"
import { compareVersions } from "./compare-versions"
import { itemName } from "./item-name"
import { selectOfHold } from "./read-store"

/** More entries than these a hold does not show one by one; the version's page tells how many there are. */
const mostShown = 10_000

type Page = { limit: number; after: string | null }

/** The entries that would go if the list of a hold were published, by their key. */
export async function listHeldItems(
  actor: Actor,
  holdId: string,
  { limit, after }: Page,
): Promise<Listing<HeldRecordView>> {
  const { rows } = await pool().query<{ id: string }>(selectOfHold, [actor.accountId, holdId])
  const id = rows[0]?.id
  if (id === undefined) return { items: [], nextCursor: null }
  const { gone, list } = await compareVersions(actor, id, { limit: mostShown })
  const { keyOf } = lists[list]
  const held = gone
    .map(
      (item): HeldRecordView => ({
        noun: "list-item",
        subjectId: id,
        subjectName: itemName(item, lists[list]),
        externalId: keyOf(item),
        deviceId: null,
        deviceName: null,
        serialNumber: null,
        missingSince: null,
      }),
    )
    .sort((one, other) => (one.externalId < other.externalId ? -1 : 1))
  const from = after === null ? held : held.filter(({ externalId }) => externalId > after)
  return cutPage(from.slice(0, limit + 1), limit, ({ externalId }) => [externalId])
}
