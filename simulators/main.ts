import { parseArgs } from "node:util"
import { isSimulator, simulators } from "./registry"

// node --import tsx simulators/main.ts --simulator addigy --port 4100 --devices 25 --seed 1
// Several names, with commas between, stand on that port and the ones after it, or on as many ports as are named. Each prints one line when it is ready.
const { values } = parseArgs({
  options: {
    simulator: { type: "string", default: "addigy" },
    port: { type: "string", default: "0" },
    devices: { type: "string", default: "25" },
    seed: { type: "string", default: "1" },
    keys: { type: "string", default: "0" },
    // A moment at which time stands still, so that no device is heard from again between two reads
    "frozen-at": { type: "string" },
  },
})

const frozenAt = values["frozen-at"] === undefined ? null : Date.parse(values["frozen-at"])
const ports = values.port.split(",").map((port) => readNumber("port", port))
const options = {
  devices: readNumber("devices", values.devices),
  seed: readNumber("seed", values.seed),
  keys: readNumber("keys", values.keys),
  ...(frozenAt === null ? {} : { now: () => frozenAt }),
}

for (const [at, name] of values.simulator.split(",").entries()) {
  if (!isSimulator(name)) refuse(`--simulator knows ${Object.keys(simulators).join(", ")}, not "${name}".`)
  const { access, stop } = await simulators[name]({ ...options, port: portOf(at) })
  process.stdout.write(`${JSON.stringify({ ready: true, simulator: name, ...access })}\n`)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop())
}

function portOf(at: number): number {
  const [first = 0] = ports
  return ports[at] ?? (first === 0 ? 0 : first + at)
}

function readNumber(name: string, text: string): number {
  if (/^\d{1,8}$/.test(text)) return Number(text)
  refuse(`--${name} must be a whole number, not "${text}".`)
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
