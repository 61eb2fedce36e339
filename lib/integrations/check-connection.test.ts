import { afterEach, beforeEach, expect, test } from "vitest"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import {
  startWorkstudioSimulator,
  type WorkstudioSimulator,
} from "@/simulators/workstudio/start-workstudio-simulator"
import { checkConnection } from "./check-connection"
import { parseConnection } from "./parse-connection"

testDatabase()

let simulator: WorkstudioSimulator
beforeEach(async () => {
  simulator = await startWorkstudioSimulator({ circuits: 1 })
})
afterEach(() => simulator.stop())

test("S4-WIZARD a check that takes too long is given up, as a timeout of the provider and no fault of Rollcall", async () => {
  simulator.control({ faults: [{ kind: "hang", on: "GETVIEWDATA" }] })
  const { credentials, url, views } = simulator
  const connection = parseConnection(registry.workstudio, { settings: { baseUrl: url, views }, credentials })
  const known = { id: "workstudio", provider: registry.workstudio, connection } as const
  await expect(checkConnection(known, 300)).rejects.toMatchObject({
    name: "ProviderError",
    code: "timeout",
    message: expect.stringContaining("The check was given up after 0.3 s."),
  })
})
