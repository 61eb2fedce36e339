import type { Reply } from "@/simulators/reply"
import { facts, readClock, secretFacts, v1OnlyFacts } from "./facts"
import { type Device, policies } from "./fleet"
import { deviceAt, listNumbers, organisationId, type World } from "./world"

const notFound: Reply = { status: 404, body: JSON.stringify({ error: "not found" }) }

export function answerV1(
  world: World,
  request: { method: string; path: string; query: URLSearchParams },
): Reply {
  const { method, path, query } = request
  if (method !== "GET") return { status: 405, body: JSON.stringify({ error: "method not allowed" }) }
  const isNested = world.faults.find("nested_policy_path") !== null
  const nested = /^\/policies\/([^/]+)\/devices$/.exec(path)
  if (nested?.[1] !== undefined)
    return isNested ? listDevices(world, decodeURIComponent(nested[1])) : notFound
  switch (path) {
    case "/devices":
      return listDevices(world, null)
    case "/policies":
      return listPolicies()
    case "/policies/devices": {
      const policyId = query.get("policy_id")
      if (isNested) return notFound
      return policyId === null
        ? { status: 400, body: JSON.stringify({ error: "policy_id is missing" }) }
        : listDevices(world, policyId)
    }
    default:
      return notFound
  }
}

function listDevices(world: World, policyId: string | null): Reply {
  return { status: 200, body: renderList(world, listNumbers(world, policyId)) }
}

/** One array of everything, written in pieces, for a large organisation's is hundreds of megabytes. */
function* renderList(world: World, numbers: Int32Array): Generator<string> {
  const clock = readClock(world.now())
  const all = [...facts, ...v1OnlyFacts, ...(world.faults.find("secrets") ? secretFacts : [])]
  const heads = all.map(({ id, label, json }) => ({ id, json, head: `,${JSON.stringify(label)}:` }))
  const render = (device: Device): string => {
    let text = `{"agentid":${device.agentId === "" ? "null" : `"${device.agentId}"`}`
    for (const { id, json, head } of heads) text += head + (device.facts?.[id] ?? json(device, clock))
    return `${text}}`
  }
  let text = "["
  for (let at = 0; at < numbers.length; at++) {
    const device = deviceAt(world, numbers, at)
    text += (at > 0 ? "," : "") + (typeof device === "string" ? device : render(device))
    if (text.length < 500_000) continue
    yield text
    text = ""
  }
  yield `${text}]`
}

function listPolicies(): Reply {
  const list = policies.map(({ id, name }) => ({
    name,
    policyId: id,
    parent: null,
    orgid: organisationId,
    color: "#336699",
    icon: "fa-building",
    creation_time: 1_700_000_000.5,
    download_path: `https://files.example.test/${id}`,
  }))
  return { status: 200, body: JSON.stringify(list) }
}
