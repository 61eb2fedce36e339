import type { Json } from "@/lib/domain/json"
import type { SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import { redact } from "@/lib/domain/redact"
import type { DeviceRecord, Reject } from "@/lib/domain/session"
import type { SourceSample } from "@/lib/domain/source-sample"
import { quick } from "@/lib/http/patience"
import { type RestConfig, restConfig } from "@/lib/providers/rest-mdm/config/config"
import type { Configured } from "@/lib/providers/rest-mdm/config/config-of"
import type { Preset } from "@/lib/providers/rest-mdm/config/preset"
import { connect } from "@/lib/providers/rest-mdm/connect"
import { mapPage } from "@/lib/providers/rest-mdm/map/map-page"
import { startOf } from "@/lib/providers/rest-mdm/paging/place"
import { readPage } from "@/lib/providers/rest-mdm/read-page"
import { shownItems } from "@/lib/providers/rest-mdm/shown-items"
import { filledFields } from "./filled-fields"
import { pathsIn } from "./paths-in"
import { suggestMapping } from "./suggest-mapping"

const shown = 10

type Sampling = { preset: Preset; found: Configured; options: SessionOptions }

/**
 * Reads the first page and shows what is on it and what the mapping makes of it. It needs to know where the list is and how
 * to get in; the mapping, and where the devices stand, may still be open. Throws ProviderError.
 */
export async function readSample({ preset, found, options }: Sampling): Promise<SourceSample> {
  const config = configFor(preset, found)
  const api = connect(config, options)
  try {
    const [list] = config.list
    if (list === undefined) throw new ProviderError({ code: "misconfigured", message: "No list is set." })
    const { items, reply } = await readPage(api, list, startOf(0, 0), quick)
    const kept = config.redact.length === 0 ? items : shownItems(reply, list, config)
    return sampleOf({ items, kept }, config, isMapped(found))
  } finally {
    await api.line.close()
  }
}

/** What it makes of devices shows as soon as there is a mapping, whatever else is still open. */
const isMapped = (found: Configured): boolean =>
  found.kind === "configured" || (found.kind === "missing" && !found.parts.includes("field mapping"))

/** `kept`: the items as they may be shown. */
type Items = { items: Json[]; kept: Json[] }

function sampleOf({ items, kept }: Items, config: RestConfig, showsMapped: boolean): SourceSample {
  const clean = kept.slice(0, shown).map(withoutSecrets)
  const { records, rejects } = showsMapped ? mapPage(items.slice(0, shown), config, () => kept) : nothing
  const found = pathsIn(clean)
  return {
    count: items.length,
    items: clean,
    found,
    fields: showsMapped ? filledFields(items.slice(0, shown), config) : [],
    devices: records.map(({ externalId, fields, state }) => ({
      externalId,
      ...fields,
      lastActivityAt: state?.lastActivityAt ?? null,
    })),
    rejects,
    suggested: suggestMapping(found),
  }
}

const nothing: { records: DeviceRecord[]; rejects: Reject[] } = { records: [], rejects: [] }

const withoutSecrets = (item: Json): Json => JSON.parse(redact(JSON.stringify(item)).text)

/** Parts that may be open while one looks for them. */
const laterParts = new Set(["items path", "paging", "field mapping"])

function configFor(preset: Preset, found: Configured): RestConfig {
  switch (found.kind) {
    case "configured":
      return found.config
    case "wrong":
      throw incomplete(preset, found.issues.map(({ message }) => message).join(" "))
    case "missing": {
      const missing = found.parts.filter((part) => !laterParts.has(part))
      if (missing.length > 0) throw incomplete(preset, `Missing: ${missing.join(", ")}.`)
      const list = Array.isArray(found.raw.list) ? found.raw.list[0] : found.raw.list
      const draft = restConfig.safeParse({
        ...found.raw,
        list: {
          items: "$",
          ...(typeof list === "object" ? list : {}),
          ...(hasPaging(list) ? {} : { pagination: undefined }),
        },
        fields: found.parts.includes("field mapping") ? { external_id: "$.id" } : found.raw.fields,
      })
      if (draft.success) return draft.data
      throw incomplete(
        preset,
        draft.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join(" "),
      )
    }
  }
}

const hasPaging = (list: Json | undefined): boolean =>
  typeof list === "object" &&
  list !== null &&
  !Array.isArray(list) &&
  typeof list.pagination === "object" &&
  list.pagination !== null &&
  "style" in list.pagination

function incomplete({ name }: Preset, what: string): ProviderError {
  const message = `${name} is not configured far enough for a sample. ${what}`
  return new ProviderError({ code: "misconfigured", message })
}
