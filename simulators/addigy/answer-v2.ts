import { z } from "zod"
import type { Reply } from "@/simulators/reply"
import { type Clock, type Fact, facts, readClock, secretFacts, sharedFacts } from "./facts"
import { type Device, policies } from "./fleet"
import { refuse } from "./refuse"
import { deviceAt, listNumbers, organisationId, type World } from "./world"

const factsById = new Map(facts.map((fact) => [fact.id, fact]))

/** The body of a device search, as strict as it can be: what the real service ignores is refused, so that it is noticed. */
const searchBody = z.strictObject({
  page: z.number().int().min(1).default(1),
  per_page: z.number().int().min(1).max(100).default(50),
  sort_field: z.literal("serial_number").default("serial_number"),
  sort_direction: z.enum(["asc", "desc"]).default("asc"),
  desired_fact_identifiers: z
    .array(z.string().refine((id) => factsById.has(id), "unknown fact identifier"))
    .default(["serial_number", "device_name"]),
  query: z.strictObject({ policy_id: z.string().optional() }).default({}),
  /** Taken and ignored, as the real service does: the filter belongs into `query`. */
  policy_id: z.string().optional(),
})
type Search = z.infer<typeof searchBody>

const policiesBody = z.strictObject({ policies: z.array(z.string()).optional() })

export function answerV2(world: World, request: { method: string; path: string; body: unknown }): Reply {
  const { faults } = world
  switch (`${request.method} ${request.path}`) {
    case "POST /devices":
      if (faults.find("missing_permission")) return refuse(403, "missing permission: View Devices")
      return parsed(searchBody, request.body, (search) => searchDevices(world, search))
    case "GET /configuration/permissions": {
      if (faults.find("no_permissions_call")) return refuse(404, "not found")
      const devices = faults.find("missing_permission") ? [] : ["View Devices"]
      return { status: 200, body: JSON.stringify([...devices, "View Policies"]) }
    }
    case "POST /oa/policies/query":
      return parsed(policiesBody, request.body, (query) => listPolicies(query.policies))
    default:
      return refuse(404, "not found")
  }
}

function parsed<T>(schema: z.ZodType<T>, body: unknown, answer: (value: T) => Reply): Reply {
  const result = schema.safeParse(body)
  if (result.success) return answer(result.data)
  const words = result.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`)
  return refuse(400, words.join("; "))
}

function searchDevices(world: World, search: Search): Reply {
  const { faults, fleet } = world
  const perPage = Math.min(search.per_page, faults.find("small_pages")?.perPage ?? 100)
  const listed = withDuplicates(world, listNumbers(world, search.query.policy_id ?? null), perPage)
  const numbers = search.sort_direction === "desc" ? listed.toReversed() : listed
  const pageCount = Math.ceil(numbers.length / perPage)
  // One beyond the end may be a list that shrank; more is a client that does not look at page_count
  if (search.page > pageCount + 1) return refuse(400, `page: there are only ${pageCount} pages`)
  const stuck = faults.find("stuck_page")
  const page = stuck ? 1 : search.page
  const from = (page - 1) * perPage
  const to = faults.findAll("empty_page").some((fault) => fault.page === page)
    ? from
    : Math.min(from + perPage, numbers.length)
  const items = renderItems(world, { numbers, from, to, ids: search.desired_fact_identifiers })
  const metadata = {
    page: stuck && !stuck.honest ? search.page : page,
    per_page: perPage,
    page_count: pageCount,
    result_count: Math.max(0, to - from),
    total: numbers.length + (faults.find("wrong_total")?.by ?? 0),
  }
  const shrinking = faults.find("shrinking")
  if (shrinking) fleet.removeFirst(shrinking.count)
  const end = faults.find("no_metadata") ? "" : `,"metadata":${JSON.stringify(metadata)}`
  return { status: 200, body: Buffer.from(`{"items":[${items}]${end}}`, "latin1") }
}

/** The list with the last devices of each page again at the start of the next. */
function withDuplicates({ faults }: World, numbers: Int32Array, perPage: number): Int32Array {
  const again = Math.min(faults.find("duplicates")?.count ?? 0, perPage - 1)
  if (again === 0) return numbers
  const list: number[] = []
  for (const number of numbers) {
    if (list.length > 0 && list.length % perPage === 0) list.push(...list.slice(-again))
    list.push(number)
  }
  return Int32Array.from(list)
}

type Slice = { numbers: Int32Array; from: number; to: number; ids: string[] }

function renderItems(world: World, { numbers, from, to, ids }: Slice): string {
  const wanted = [
    ...ids.flatMap((id) => factsById.get(id) ?? []),
    ...(world.faults.find("secrets") ? secretFacts : []),
  ]
  const own = wanted.filter(({ id }) => !sharedFacts.has(id))
  const shared = wanted.filter(({ id }) => sharedFacts.has(id))
  const clock = readClock(world.now())
  const sharedTexts = sharedTextsOf(shared)
  const render = (device: Device): string => {
    const known = sharedTexts.get(device.kind)
    const text = known ?? renderFacts(device, shared, clock)
    if (known === undefined && device.kind >= 0) sharedTexts.set(device.kind, text)
    const ownText = renderFacts(device, own, clock)
    return renderItem(device, ownText === "" || text === "" ? ownText + text : `${ownText},${text}`, clock)
  }
  let text = ""
  for (let at = from; at < to; at++) {
    const device = deviceAt(world, numbers, at)
    if (at > from) text += ","
    text += typeof device === "string" ? device : render(device)
  }
  return text
}

const sharedCache = { key: "", texts: new Map<number, string>() }

/** The texts of shared facts by kind of device, kept as long as the same facts are asked for. */
function sharedTextsOf(shared: Fact[]): Map<number, string> {
  const key = shared.map(({ id }) => id).join()
  if (sharedCache.key !== key) Object.assign(sharedCache, { key, texts: new Map() })
  return sharedCache.texts
}

function renderFacts(device: Device, facts: Fact[], clock: Clock): string {
  let text = ""
  for (const { id, type, json } of facts)
    text += `${text === "" ? "" : ","}"${id}":{"type":"${type}","value":${device.facts?.[id] ?? json(device, clock)},"error_msg":""}`
  return text
}

function renderItem(device: Device, facts: string, { minute }: Clock): string {
  const agent = device.agentId === "" ? "" : `"agentid":"${device.agentId}",`
  return `{${agent}"orgid":"${organisationId}","audit_date":"${minute}:00.1Z","agent_audit_date":"${minute}:00.123Z","facts":{${facts}}}`
}

function listPolicies(ids: string[] | undefined): Reply {
  const wanted = policies.filter(({ id }) => ids === undefined || ids.includes(id))
  const list = wanted.map(({ id, name }) => ({
    policyId: id,
    name,
    parent: null,
    orgid: organisationId,
    color: "#336699",
    icon: "fa-building",
  }))
  return { status: 200, body: JSON.stringify(list) }
}
