import type { Reply } from "@/simulators/reply"
import { componentsOf, isHealthy } from "./components"
import type { Deployment } from "./deployments"
import type { Thing } from "./fleet"
import { movedAt } from "./moving"
import { ok, pageOf } from "./page"
import { refuse } from "./refuse"
import type { Route } from "./routes"
import { timeOf } from "./time-of"
import type { World } from "./world"

/** Greengrass V2: core devices that have reported, what runs on them, and deployments. */
export function answerGreengrass(world: World, { call, name }: Route, query: URLSearchParams): Reply {
  switch (call) {
    case "cores":
      return list(world, {
        key: "coreDevices",
        call,
        query,
        items: coresOf(world).map((core) => coreJson(world, core)),
      })
    case "core": {
      const core = coresOf(world).find((one) => one.name === name)
      return core === undefined
        ? noCore(name)
        : ok({ ...coreJson(world, core), coreVersion: "2.12.6", tags: {} })
    }
    case "components":
      return listComponents(world, name, query)
    case "deployments":
      return listDeployments(world, query)
    default:
      return getDeployment(world, name)
  }
}

type Listing = { key: string; call: string; query: URLSearchParams; items: unknown[]; usual?: number }

function list(world: World, { key, call, query, items, usual = 100 }: Listing): Reply {
  const isExpired = world.faults.find("expired_tokens") !== null
  const part = pageOf(items.length, {
    query,
    most: 100,
    usual,
    call,
    isExpired,
    error: "ValidationException",
  })
  if ("status" in part) return part
  return ok({
    [key]: items.slice(part.from, part.to),
    ...(part.token === null ? {} : { nextToken: part.token }),
  })
}

const coresOf = ({ fleet }: World): Thing[] => fleet.some(({ isCore }) => isCore)

const noCore = (name: string): Reply => refuse(404, `Core device ${name} does not exist`)

function coreJson(world: World, core: Thing) {
  return {
    coreDeviceThingName: core.name,
    status: isHealthy(core) ? "HEALTHY" : "UNHEALTHY",
    lastStatusUpdateTimestamp: timeOf(world, movedAt(world, core)),
    platform: "linux",
    architecture: core.drawn % 2 === 0 ? "amd64" : "aarch64",
    runtime: "aws_nucleus_classic",
  }
}

function listComponents(world: World, name: string, query: URLSearchParams): Reply {
  const core = world.fleet.find(name)
  if (core === null || !core.isCore) return noCore(name)
  const filter = query.get("topologyFilter") ?? "ROOT"
  if (filter !== "ROOT" && filter !== "ALL")
    return refuse(400, "topologyFilter must be ROOT or ALL", "ValidationException")
  const items = componentsOf(core)
    .filter(({ isRoot }) => filter === "ALL" || isRoot)
    .map((component) => ({
      ...component,
      lastStatusChangeTimestamp: timeOf(world, movedAt(world, core) - 60_000),
      lastReportedTimestamp: timeOf(world, movedAt(world, core)),
      lifecycleStatusCodes: [],
    }))
  return list(world, { key: "installedComponents", call: `components of ${name}`, query, items })
}

function listDeployments(world: World, query: URLSearchParams): Reply {
  const history = query.get("historyFilter") ?? "LATEST_ONLY"
  if (history !== "LATEST_ONLY") return refuse(400, "This stand-in keeps no history", "ValidationException")
  const target = query.get("targetArn")
  const wanted = [...world.deployments.values()].filter(
    ({ targetArn }) => target === null || targetArn === target,
  )
  const items = wanted.map((one) => entryOf(world, one))
  return list(world, { key: "deployments", call: "deployments", query, items, usual: 50 })
}

function getDeployment(world: World, id: string): Reply {
  const found = [...world.deployments.values()].find((one) => one.id === id)
  if (found === undefined) return refuse(404, `Deployment ${id} does not exist`)
  const components = Object.entries(found.components).map(([name, componentVersion]) => [
    name,
    { componentVersion },
  ])
  return ok({
    ...entryOf(world, found),
    components: Object.fromEntries(components),
    deploymentPolicies: {},
    tags: {},
  })
}

/** `isLatestForTarget` is false even of the latest, as AWS's own examples have it. */
function entryOf(world: World, { id, targetArn, name, revision, status, createdAt }: Deployment) {
  return {
    targetArn,
    revisionId: String(revision),
    deploymentId: id,
    ...(name === null ? {} : { deploymentName: name }),
    creationTimestamp: timeOf(world, createdAt),
    deploymentStatus: status,
    isLatestForTarget: false,
  }
}
