import type { Page } from "@/lib/domain/session"
import type { Hub, QueryPage } from "./api"
import { mapPage } from "./map-page"
import { openModuleBook } from "./module-book"
import { askTotal, implausible } from "./plausible-total"
import { readModules } from "./read-modules"
import { readPages } from "./read-pages"
import type { AzureSettings } from "./settings"

const devicesQuery = "SELECT * FROM devices"

/** A cursor that means: the modules are being read, begin again. */
const inModules = "modules"

/**
 * Reads a hub: the modules of edge devices in one pass, the hub's own count, then all devices in another, each page joined with
 * what its edge devices run. Resumed, the modules are read again, and the devices from where they were. Ends normally only
 * when the hub says that this was all; what could not be read beside the devices makes the read incomplete.
 */
export async function* readHub(
  hub: Hub,
  settings: AzureSettings,
  cursor: string | null,
): AsyncGenerator<Page> {
  const book = openModuleBook()
  const modules = readModules(hub, book)
  let retries = 0
  let step = await modules.next()
  for (; step.done !== true; step = await modules.next()) {
    const page = step.value
    // A hub without edge devices says so in an empty reply, which is nothing to keep
    if (page.items.length === 0) retries += page.retries
    else
      yield {
        ...received(page),
        records: [],
        rejects: [],
        skipped: 0,
        cursor: inModules,
        expectedTotal: null,
      }
  }
  const total = await askTotal(hub)
  const shortfall = step.value ?? total.shortfall
  const from = cursor === null || cursor === inModules ? null : cursor
  let listed = 0
  for await (const page of readPages(hub, devicesQuery, from)) {
    const mapped = mapPage(page.items, settings, book.of)
    listed += page.items.length
    const incomplete =
      shortfall ?? (page.next === null && from === null ? implausible(listed, total.count) : null)
    yield {
      ...mapped,
      ...received(page),
      retries: page.retries + retries,
      cursor: page.next,
      expectedTotal: total.count,
      ...(incomplete === null ? {} : { incomplete }),
    }
    retries = 0
  }
}

const received = ({ raw, json, retries, stripped }: QueryPage) => ({ raw, json, retries, stripped })
