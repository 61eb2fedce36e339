import { z } from "zod"

const facts = ["serial_number", "device_name", "device_model_name", "current_user", "os_version"] as const
const fact = z.object({ value: z.string().nullable() })
const reply = z.object({
  items: z.array(z.object({ agentid: z.string(), facts: z.record(z.enum(facts), fact) })),
  metadata: z.object({ page: z.number(), page_count: z.number() }),
})

/** What the stand-in for Addigy would say of one device, in our words. */
export type TrueDevice = {
  externalId: string
  serialNumber: string | null
  name: string | null
  model: string | null
  assignedTo: string | null
  osVersion: string | null
}

type Simulator = { url: string; credentials: { apiKey: string } }

/** All devices of a simulator whose faults are off, by serial. `root` at the console is nobody, as for the connector. */
export async function readSimulator({ url, credentials }: Simulator): Promise<TrueDevice[]> {
  const devices: TrueDevice[] = []
  for (let page = 1; ; page++) {
    const response = await fetch(`${url}/devices`, {
      method: "POST",
      headers: { "x-api-key": credentials.apiKey, "content-type": "application/json" },
      body: JSON.stringify({ page, per_page: 100, desired_fact_identifiers: facts }),
    })
    const { items, metadata } = reply.parse(await response.json())
    for (const { agentid, facts: said } of items) {
      devices.push({
        externalId: agentid,
        serialNumber: said.serial_number.value,
        name: said.device_name.value,
        model: said.device_model_name.value,
        assignedTo: said.current_user.value === "root" ? null : said.current_user.value,
        osVersion: said.os_version.value,
      })
    }
    if (page >= metadata.page_count) return devices
  }
}
