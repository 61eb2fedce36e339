import { quoted } from "@/simulators/quoted"
import type { AddigyFaults } from "./faults"
import type { Device } from "./fleet"
import type { Fleet } from "./open-fleet"

/** What both dialects answer from. */
export type World = {
  fleet: Fleet
  faults: AddigyFaults
  now: () => number
  /** How many API keys the organisation has beside its first. */
  keys: number
  credentials: { apiKey: string; clientId: string; clientSecret: string }
}

export const organisationId = "99999999-0000-4000-8000-000000000009"

/** The devices of a policy (null: all) in the order of the list, with the faults of the list. */
export function listNumbers({ fleet, faults }: World, policyId: string | null): Int32Array {
  if (faults.find("empty_list")) return new Int32Array()
  return fleet.order(faults.find("ignored_policy") ? null : policyId)
}

/** The device at a place of the list, with the faults that its place brings; a text stands for itself, malformed as it is. */
export function deviceAt({ fleet, faults }: World, numbers: Int32Array, at: number): Device | string {
  const device = fleet.deviceOf(numbers[at] ?? 0)
  if (at >= 100) return device
  const hits = (found: { count: number } | null): boolean => found !== null && at < found.count
  if (hits(faults.find("malformed"))) return malformed[at % malformed.length] ?? "null"
  const facts: Record<string, string> = {}
  const long = faults.find("long_name")
  const double = faults.find("duplicate_serial")
  if (hits(faults.find("no_serial"))) facts.serial_number = "null"
  if (hits(faults.find("no_policy"))) Object.assign(facts, { policy_id: "null", policy_ids: "null" })
  if (long !== null && at < long.count) facts.device_name = JSON.stringify("x".repeat(long.length))
  if (hits(faults.find("nul"))) facts.device_name = '"nul\\u0000 in\\u0000side"'
  if (double !== null && at > 0 && at <= double.count)
    facts.serial_number = quoted(fleet.deviceOf(numbers[0] ?? 0).serial)
  const agentId = hits(faults.find("no_agentid")) ? "" : device.agentId
  return { ...device, kind: -1, agentId, facts: { ...device.facts, ...facts } }
}

const malformed = ['"not a device"', "null", '{"agentid":"half","facts":null}', "[]", "42"]
