import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { readText } from "@/lib/domain/read-value"
import type { Http } from "@/lib/http/open-http"
import { type Patience, patient, quick } from "@/lib/http/patience"
import { desiredFacts } from "./facts"
import type { Policy } from "./policy"
import type { AddigySettings } from "./settings"

/** The most Addigy gives at once. */
export const perPage = 100

/** A whole organisation in one reply takes its time. */
const forAll: Patience = { ...patient, timeoutMs: 300_000 }

/** One page of v2's device search. What the metadata does not say is null. */
export type SearchReply = {
  items: Json[]
  page: number | null
  perPage: number | null
  pageCount: number | null
  total: number | null
} & Received

/** The whole list of v1. */
export type ListReply = { items: Json[] } & Received

type Received = { raw: string; json: Json; retries: number; stripped: number }

export type Addigy = ReturnType<typeof openAddigy>

/** Addigy's calls (providers/addigy-and-other-mdms.md, A.2 and A.3). Each throws ProviderError. */
export function openAddigy(http: Http, settings: AddigySettings) {
  const { apiVersion, policyId } = settings

  /** v2 `POST /devices`. Pages count from 1. The policy is filtered here and, because that is not reliable, by the caller again. */
  async function searchDevices(
    page: number,
    size = perPage,
    patience: Patience = patient,
  ): Promise<SearchReply> {
    const body = {
      page,
      per_page: size,
      sort_field: "serial_number",
      sort_direction: "asc",
      desired_fact_identifiers: [...desiredFacts],
      ...(policyId === null ? {} : { query: { policy_id: policyId } }),
    }
    const reply = await http.request({ method: "POST", path: "/devices", body }, patience)
    const { text: raw, json, retries, stripped } = reply
    return { ...readSearch(json), raw, json, retries, stripped }
  }

  /** v1: every device in one array; of one policy where one is set. */
  async function listDevices(): Promise<ListReply> {
    if (policyId === null) return readList(await http.request({ method: "GET", path: "/devices" }, forAll))
    const id = encodeURIComponent(policyId)
    const path = `/policies/devices?policy_id=${id}`
    const reply = await http.request({ method: "GET", path, accept: [404, 405] }, forAll)
    if (reply.status < 300) return readList(reply)
    // Some descriptions have the id in the path; asked for once, where the usual one is not there
    return readList(await http.request({ method: "GET", path: `/policies/${id}/devices` }, forAll))
  }

  /** v2: what the API key may do, e.g. "View Devices"; null where Addigy does not say. */
  async function listPermissions(): Promise<string[] | null> {
    const path = "/configuration/permissions"
    const { json } = await http.request({ method: "GET", path, accept: [403, 404, 405] }, quick)
    return Array.isArray(json) && json.every((entry) => typeof entry === "string") ? json : null
  }

  async function listPolicies(): Promise<Policy[]> {
    const { json } =
      apiVersion === "v2"
        ? await http.request({ method: "POST", path: "/oa/policies/query", body: {} }, quick)
        : await http.request({ method: "GET", path: "/policies" }, quick)
    return (json === null ? [] : arrayIn(json, "a list of policies")).flatMap(readPolicy)
  }

  return { settings, searchDevices, listDevices, listPermissions, listPolicies }
}

function readSearch(json: Json): Omit<SearchReply, keyof Received> {
  const reply = isObject(json) ? json : {}
  const metadata = isObject(reply.metadata) ? reply.metadata : {}
  return {
    // Go writes an empty list as null
    items:
      reply.items === null && reply.metadata !== undefined ? [] : arrayIn(reply.items, "a list named items"),
    page: count(metadata.page),
    perPage: count(metadata.per_page) || null,
    pageCount: count(metadata.page_count),
    total: count(metadata.total),
  }
}

function readList(reply: { json: Json; text: string; retries: number; stripped: number }): ListReply {
  const items = reply.json === null ? [] : arrayIn(reply.json, "a list of devices")
  return { items, raw: reply.text, json: reply.json, retries: reply.retries, stripped: reply.stripped }
}

/** The devices in a stored reply of either API. */
export const storedItems = (reply: Json): Json[] =>
  isObject(reply) ? readSearch(reply).items : arrayIn(reply ?? [], "a list of devices")

function readPolicy(json: Json): Policy[] {
  if (!isObject(json)) return []
  const id = readText(json.policyId ?? null)
  return id === null ? [] : [{ id, name: readText(json.name ?? null) ?? id }]
}

function arrayIn(json: Json | undefined, wanted: string): Json[] {
  if (Array.isArray(json)) return json
  throw new ProviderError({
    code: "bad_response",
    message: `Addigy's reply does not hold ${wanted}. Check that the base URL and the API version belong together.`,
  })
}

function count(json: Json | undefined): number | null {
  return typeof json === "number" && Number.isSafeInteger(json) && json >= 0 ? json : null
}

function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json)
}
