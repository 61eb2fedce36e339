import type { Reply } from "@/simulators/reply"
import { type Asked, parseJson } from "@/simulators/serve"
import { answerQuery } from "./answer-query"
import { authorize } from "./authorize"
import type { Device } from "./device"
import { answerSignIn } from "./entra"
import { refuseWith } from "./refuse"
import { moduleIdsOf, moduleTwinOf, twinOf } from "./twin"
import type { Right, World } from "./world"

/** Versions of the API that answer as ours does. */
const versions = new Set(["2020-09-30", "2021-04-12", "2024-03-31"])

/** Answers one call, once version, credentials and rights are right. */
export function answer(world: World, asked: Asked): Reply {
  const signIn = answerSignIn(asked, world.now())
  if (signIn !== null) return signIn
  if (!versions.has(asked.url.searchParams.get("api-version") ?? ""))
    return refuseWith("ArgumentInvalid", "The api-version is missing or not known.")
  const call = callOf(asked)
  const route = routes[call]
  if (route === undefined)
    return refuseWith("ArgumentInvalid", `There is no ${asked.method} ${asked.url.pathname}.`)
  const fault = world.faults.findAll("error").find(({ on }) => on === undefined || on === call)
  if (fault !== undefined) return refuseWith(fault.code, wordsFor(fault.code), { numbered: fault.numbered })
  return authorize(world, asked, route.needs) ?? route.answer(world, asked)
}

/** Which call a request is, as faults name them. */
export function callOf({ method, url, body }: Pick<Asked, "method" | "url" | "body">): string {
  const path = url.pathname
  if (method === "POST" && path === "/devices/query")
    return /from\s+devices\s*\.\s*modules/i.test(body) ? "modules" : "devices"
  if (method !== "GET") return path.endsWith("/token") ? "sign-in" : "other"
  if (path === "/statistics/devices") return "statistics"
  if (path === "/devices" || path === "/devices/") return "identities"
  if (/^\/devices\/[^/]+\/modules$/.test(path)) return "identity modules"
  if (/^\/twins\/[^/]+$/.test(path)) return "twin"
  return /^\/twins\/[^/]+\/modules\/[^/]+$/.test(path) ? "module twin" : "other"
}

type Route = { needs: Right; answer: (world: World, asked: Asked) => Reply }

const query: Route = { needs: "ServiceConnect", answer: (world, asked) => throttled(world, asked) }

const routes: Record<string, Route> = {
  devices: query,
  modules: query,
  statistics: { needs: "RegistryRead", answer: (world) => statistics(world) },
  identities: {
    needs: "RegistryRead",
    answer: ({ fleet }, { url }) => {
      const top = Math.min(Number(url.searchParams.get("top") ?? 1000), 1000)
      return ok([...fleet.order().subarray(0, top)].map((number) => identityOf(fleet.deviceOf(number))))
    },
  },
  "identity modules": {
    needs: "RegistryRead",
    answer: (world, { url }) =>
      onDevice(world, url, (device) =>
        ok(
          moduleIdsOf(device).map((moduleId) => ({
            deviceId: device.deviceId,
            moduleId,
            managedBy: moduleId.startsWith("$") ? "" : "iotEdge",
            generationId: String(638_000_000 + device.generation),
            connectionState: "Disconnected",
            authentication: { symmetricKey: { primaryKey: "SECRET", secondaryKey: "SECRET" } },
          })),
        ),
      ),
  },
  twin: {
    needs: "ServiceConnect",
    answer: (world, { url }) => onDevice(world, url, (device) => ok(twinOf(device))),
  },
  "module twin": {
    needs: "ServiceConnect",
    answer: (world, { url }) =>
      onDevice(world, url, (device) => {
        const moduleId = segment(url, 4)
        return moduleIdsOf(device).includes(moduleId)
          ? ok(moduleTwinOf(device, moduleId))
          : refuseWith("ModuleNotFound", `${device.deviceId}/${moduleId}`)
      }),
  },
}

function throttled(world: World, asked: Asked): Reply {
  if (!asked.headers["content-type"]?.startsWith("application/json") || parseJson(asked.body) === undefined)
    return refuseWith("ArgumentInvalid", "The body must be JSON.")
  return world.refuseQuery(world) ?? answerQuery(world, asked)
}

function statistics({ fleet, faults }: World): Reply {
  const total = Math.max(0, fleet.size() + (faults.find("wrong_total")?.by ?? 0))
  return ok({ totalDeviceCount: total, enabledDeviceCount: total, disabledDeviceCount: 0 })
}

function onDevice(world: World, url: URL, then: (device: Device) => Reply): Reply {
  const deviceId = segment(url, 2)
  const device = world.fleet.find(deviceId)
  return device === null ? refuseWith("DeviceNotFound", deviceId) : then(device)
}

/** A part of the path, decoded. */
function segment({ pathname }: URL, at: number): string {
  return decodeURIComponent(pathname.split("/")[at] ?? "")
}

const identityOf = ({ deviceId, generation, kind, isEnabled, isConnected }: Device) => ({
  deviceId,
  generationId: String(638_000_000 + generation),
  status: isEnabled ? "enabled" : "disabled",
  connectionState: isConnected ? "Connected" : "Disconnected",
  capabilities: { iotEdge: kind === "edge" },
  authentication: { type: "sas", symmetricKey: { primaryKey: "SECRET", secondaryKey: "SECRET" } },
})

const ok = (value: unknown): Reply => ({ status: 200, body: JSON.stringify(value) })

function wordsFor(code: string): string {
  return code === "ThrottlingBacklogTimeout"
    ? "The request has been throttled. Wait 1 seconds and try again. Operation type: QueryDevices"
    : `simulated ${code}`
}
