import type { Evidence, ThingsPage } from "./evidence"
import { itemsIn } from "./list-parts"
import { type Mapped, mapEach } from "./map-each"
import { mapThing } from "./map-thing"

const nothing: Evidence = { edge: null, core: null, components: [], indexed: null }

/** A page's things as records and rejects. */
export function mapThings({ reply, evidence, undecided }: ThingsPage): Mapped {
  const byName = new Map(Object.entries(evidence)) // "constructor" is a name like any other
  const known = { of: (name: string) => byName.get(name) ?? nothing, notAsked: new Set(undecided) }
  return mapEach(itemsIn(reply, "things"), (item) => mapThing(item, known))
}
