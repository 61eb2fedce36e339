import { Agent } from "undici"
import { z } from "zod"
import { desiredFacts } from "@/lib/providers/addigy/facts"

const fact = z.object({ value: z.unknown() })
/** Only what the floor and the loop use is checked; the other facts pass as they are. */
const facts = z.looseObject({ serial_number: fact.optional(), device_name: fact.optional() })
const device = z.object({ agentid: z.string(), facts })
const reply = z.object({
  items: z.array(device),
  metadata: z.object({ page: z.number(), page_count: z.number() }),
})

export type RawDevice = z.infer<typeof device>

/**
 * The pages that ours fetches too (same call, same facts), one ahead, parsed and validated: what every contender needs at
 * the very least.
 */
export async function* fetchPages(url: string, apiKey: string): AsyncGenerator<RawDevice[]> {
  const dispatcher = new Agent({ connections: 8 })
  const base = new URL(url)
  const get = async (page: number) => {
    const { body } = await dispatcher.request({
      origin: base.origin,
      path: `${base.pathname}/devices`,
      method: "POST",
      headers: { "x-api-key": apiKey, "content-type": "application/json" },
      body: JSON.stringify({
        page,
        per_page: 100,
        sort_field: "serial_number",
        sort_direction: "asc",
        desired_fact_identifiers: desiredFacts,
      }),
    })
    return reply.parse(JSON.parse(await body.text()))
  }
  let next = get(1)
  for (let page = 1; ; page++) {
    const { items, metadata } = await next
    const isLast = page >= metadata.page_count
    if (!isLast) next = get(page + 1)
    yield items
    if (isLast) break
  }
  await dispatcher.close()
}

/** Text of a fact, null when it has none. */
export function textOf(item: RawDevice, id: "serial_number" | "device_name"): string | null {
  const value = item.facts[id]?.value
  return typeof value === "string" ? value : null
}
