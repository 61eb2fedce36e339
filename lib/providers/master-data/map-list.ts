import type { Json } from "@/lib/domain/json"
import type { ListDefinition } from "@/lib/domain/list-definition"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Page, Reject } from "@/lib/domain/session"

type Mapped = Pick<Page, "records" | "rejects" | "skipped">

/** Sorts what master data sent into entries, faults, and what is left out on purpose. Throws when there is no list in it. */
export function mapList(json: Json, definition: ListDefinition): Mapped {
  const mapped: Mapped = { records: [], rejects: [], skipped: 0 }
  for (const [at, sent] of entriesIn(json, definition).entries()) {
    const read = definition.read(sent)
    switch (read.kind) {
      case "item":
        mapped.records.push({
          externalId: definition.keyOf(read.item),
          sourceVersion: null,
          fields: { item: read.item },
          attributes: {},
          state: null,
        })
        break
      case "skip":
        mapped.skipped += 1
        break
      case "fault":
        mapped.rejects.push(rejectOf({ at, sent, path: read.path, message: read.message }))
        break
    }
  }
  return mapped
}

/** Both forms: a bare list, and an object that holds it under its key beside other things. */
function entriesIn(json: Json, { envelope, name }: ListDefinition): Json[] {
  if (Array.isArray(json)) return json
  const held = typeof json === "object" && json !== null ? json[envelope] : undefined
  if (Array.isArray(held)) return held
  throw new ProviderError({
    code: "bad_response",
    message: `Master data's reply holds no list: neither an array nor an object with "${envelope}". Check that the path is the one of ${name}.`,
  })
}

type Fault = { at: number; sent: Json; path: string | null; message: string }

const rejectOf = ({ at, sent, path, message }: Fault): Reject => ({
  reason: "invalid",
  externalId: null,
  path: path === null ? `[${at}]` : `[${at}].${path}`,
  message: `Entry ${at + 1} cannot be used: ${message}`,
  sample: sampleOf(sent),
})

function sampleOf(sent: Json): Json {
  const text = JSON.stringify(sent)
  return text.length <= 500 ? sent : text.slice(0, 500).toWellFormed()
}
