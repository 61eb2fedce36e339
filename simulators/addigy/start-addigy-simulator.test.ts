import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type AddigySimulator, startAddigySimulator } from "./start-addigy-simulator"

let simulator: AddigySimulator
beforeAll(async () => {
  simulator = await startAddigySimulator({ devices: 250, now: () => Date.UTC(2026, 1, 3, 10, 11, 12) })
})
afterAll(() => simulator.stop())

const json = { "content-type": "application/json" }

async function search(body: unknown, headers: Record<string, string> = json) {
  const keys = { "x-api-key": simulator.credentials.apiKey, ...headers }
  const init = { method: "POST", headers: keys, body: typeof body === "string" ? body : JSON.stringify(body) }
  const reply = await fetch(`${simulator.url}/devices`, init)
  return { status: reply.status, ...(await reply.json()) }
}

const v1 = async (path: string) => {
  const { clientId, clientSecret } = simulator.credentials
  const reply = await fetch(simulator.v1Url + path, {
    headers: { "client-id": clientId, "client-secret": clientSecret },
  })
  return reply.json()
}

const control = async (init?: RequestInit) => {
  const reply = await fetch(simulator.url.replace("/api/v2", "/__control"), init)
  return { status: reply.status, ...(await reply.json()) }
}

describe("the Addigy stand-in refuses what the real one may refuse", () => {
  it.each([
    [{ per_page: 101 }, /per_page/],
    [{ page: 0 }, /page/],
    [{ page: 9, per_page: 100 }, /only 3 pages/],
    [{ sort_field: "shoe_size" }, /sort_field/],
    [{ desired_fact_identifiers: ["shoe_size"] }, /unknown fact/],
    [{ limit: 5 }, /limit/],
    [{ query: { policy: "x" } }, /policy/],
    ["{not json", /not JSON/],
  ])("%j", async (body, message) => {
    expect(await search(body)).toMatchObject({
      status: 400,
      code: 400,
      message: expect.stringMatching(message),
      error_chain: null,
    })
  })

  it("a wrong key, a wrong content type, a wrong method, an unknown path", async () => {
    expect((await search({}, { ...json, "x-api-key": "no" })).status).toBe(401)
    expect((await search({}, { "content-type": "text/plain" })).status).toBe(415)
    const headers = { "x-api-key": simulator.credentials.apiKey }
    expect((await fetch(`${simulator.url}/devices`, { headers })).status).toBe(404)
    expect((await fetch(`${simulator.url}/things`, { headers })).status).toBe(404)
    expect((await fetch(`${simulator.v1Url}/devices`, { headers })).status).toBe(401)
  })
})

describe("the Addigy stand-in answers", () => {
  it("only the facts that were asked for, in pages by serial", async () => {
    const reply = await search({
      page: 3,
      per_page: 100,
      desired_fact_identifiers: ["serial_number", "online"],
    })
    expect(reply.metadata).toEqual({ page: 3, per_page: 100, page_count: 3, result_count: 50, total: 250 })
    expect(Object.keys(reply.items[0].facts).sort()).toEqual(["online", "serial_number"])
    const serials = reply.items.map(
      (item: { facts: { serial_number: { value: string } } }) => item.facts.serial_number.value,
    )
    expect(serials).toEqual([...serials].sort())
    expect(new Set(serials).size).toBe(50)
  })

  it("a small set of facts to those who ask for none", async () => {
    expect(Object.keys((await search({})).items[0].facts)).toEqual(["serial_number", "device_name"])
  })

  it("a policy where it belongs, and ignores one where it does not", async () => {
    const policy_id = simulator.policies[0]?.id
    expect((await search({ query: { policy_id } })).metadata.total).toBeLessThan(150)
    expect((await search({ policy_id })).metadata.total).toBe(250)
  })

  it("the same fleet in both dialects", async () => {
    const ids = ["serial_number", "device_name", "os_version", "policy_ids", "last_online", "total_memory_gb"]
    const { items } = await search({ per_page: 100, desired_fact_identifiers: ids })
    const list = await v1("/devices")
    expect(list).toHaveLength(250)
    const labels = [
      "Serial Number",
      "Device Name",
      "OS Version",
      "Policy IDs",
      "Last Online",
      "Total Memory (GB)",
    ]
    for (const [at, item] of items.entries()) {
      expect(list[at].agentid).toBe(item.agentid)
      expect(labels.map((label) => list[at][label])).toEqual(ids.map((id) => item.facts[id].value))
    }
  })

  it("the same fleet for the same seed, another for another", async () => {
    const other = await startAddigySimulator({ devices: 3, seed: 2 })
    const same = await startAddigySimulator({ devices: 3, seed: 2 })
    const first = async ({ v1Url, credentials }: AddigySimulator) => {
      const headers = { "client-id": credentials.clientId, "client-secret": credentials.clientSecret }
      return (await (await fetch(`${v1Url}/devices`, { headers })).json())[0].agentid
    }
    expect(await first(other)).toBe(await first(same))
    expect(await first(other)).not.toBe(await first(simulator))
    await Promise.all([other.stop(), same.stop()])
  })
})

describe("the Addigy stand-in obeys", () => {
  const post = (command: unknown) => control({ method: "POST", body: JSON.stringify(command) })
  const names = async () => {
    const { items } = await search({
      per_page: 10,
      desired_fact_identifiers: ["serial_number", "device_name"],
    })
    return items.map((item: { facts: Record<string, { value: string }> }) => item.facts.device_name?.value)
  }

  it("commands that remove, add and change, and puts everything back", async () => {
    const before = await names()
    expect(await post({ removeFirst: 2 })).toMatchObject({ status: 200, devices: 248 })
    expect((await names())[0]).toBe(before[2])
    await post({ add: [{ serial: "A-FIRST", name: "Zoë's iPad" }] })
    expect((await names())[0]).toBe("Zoë's iPad")
    await post({ change: { count: 1, field: "device_name" } })
    expect((await names())[0]).toMatch(/^renamed-1/)
    await post({ reset: true })
    expect(await names()).toEqual(before)
  })

  it("counts requests by path", async () => {
    await post({ reset: true })
    await names()
    await names()
    expect((await control()).requests).toEqual({ "POST /api/v2/devices": 2 })
  })

  it("no command that it does not know", async () => {
    expect(await post({ fault: [] })).toMatchObject({ status: 400 })
    expect(await post({ faults: [{ kind: "flood" }] })).toMatchObject({ status: 400 })
    expect(await control({ method: "POST", body: "no json" })).toMatchObject({ status: 400 })
  })
})
