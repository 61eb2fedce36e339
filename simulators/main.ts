import { parseArgs } from "node:util"
import { startAddigySimulator } from "./addigy"

// node --import tsx simulators/main.ts --port 4100 --devices 25 --seed 1
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    devices: { type: "string", default: "25" },
    seed: { type: "string", default: "1" },
    // A moment at which time stands still, so that no device is heard from again between two reads
    "frozen-at": { type: "string" },
  },
})

const frozenAt = values["frozen-at"] === undefined ? null : Date.parse(values["frozen-at"])

const simulator = await startAddigySimulator({
  port: readNumber("port", values.port),
  devices: readNumber("devices", values.devices),
  seed: readNumber("seed", values.seed),
  ...(frozenAt === null ? {} : { now: () => frozenAt }),
})
const { url, v1Url, credentials } = simulator
process.stdout.write(`${JSON.stringify({ ready: true, url, v1Url, ...credentials })}\n`)

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.stop())

function readNumber(name: string, text: string): number {
  if (/^\d{1,8}$/.test(text)) return Number(text)
  process.stderr.write(`--${name} must be a whole number, not "${text}".\n`)
  process.exit(2)
}
