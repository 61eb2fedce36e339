import { afterEach, describe, expect, it, test } from "vitest"
import { type DialectName, dialects, type RestSimulator, startRestSimulator } from "./start-rest-simulator"

let simulator: RestSimulator
afterEach(() => simulator.stop())

const basic = (username: string, password = "") =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`

async function ask(name: DialectName, path: string, headers: Record<string, string> = {}) {
  simulator = await startRestSimulator(name, { devices: 120 })
  const reply = await fetch(simulator.origin + path, { headers })
  return { status: reply.status, body: await reply.json() }
}

describe("stand-ins refuse what the real services would refuse", () => {
  it.each(Object.keys(dialects).filter((name): name is DialectName => name in dialects))(
    "%s lets nobody in without credentials",
    async (name) => {
      const { status } = await ask(name, "/api/v1/devices")
      expect([401, 404]).toContain(status)
    },
  )

  test("SimpleMDM gives ten at a time, at most a hundred, and takes the key as user name only", async () => {
    const authorization = basic("simplemdm-simulator-api-key")
    const { body } = await ask("simplemdm", "/api/v1/devices", { authorization })
    expect([body.data.length, body.has_more]).toEqual([10, true])
    await simulator.stop()
    expect((await ask("simplemdm", "/api/v1/devices?limit=101", { authorization })).status).toBe(422)
    await simulator.stop()
    const swapped = { authorization: basic("x", "simplemdm-simulator-api-key") }
    const { status, body: error } = await ask("simplemdm", "/api/v1/devices", swapped)
    expect([status, error]).toEqual([401, { errors: [{ title: "not authorized" }] }])
  })

  test("Kandji gives no more than 300", async () => {
    const headers = { authorization: "Bearer kandji-simulator-api-token" }
    expect((await ask("kandji", "/api/v1/devices?limit=301", headers)).status).toBe(400)
  })

  test("Fleet wants an order_key with order_direction", async () => {
    const headers = { authorization: "Bearer fleet-simulator-api-token" }
    expect((await ask("fleet", "/api/v1/fleet/hosts?order_direction=asc", headers)).status).toBe(400)
  })

  test("the fleet is the same at every start", async () => {
    const headers = { authorization: "Bearer kandji-simulator-api-token" }
    const first = await ask("kandji", "/api/v1/devices", headers)
    await simulator.stop()
    const second = await ask("kandji", "/api/v1/devices", headers)
    const serials = (body: { serial_number: string }[]) => body.map(({ serial_number }) => serial_number)
    expect(serials(second.body)).toEqual(serials(first.body))
  })
})
