import type { Json } from "@/lib/domain/json"
import type { FactId } from "./facts"
import { v1Identifier } from "./v1-identifier"

/** A device as either API describes it, its facts readable by their v2 identifiers. */
export type AddigyDevice = {
  agentId: Json
  /** When Addigy last heard from it, as sent. */
  auditDate: Json
  /** Null when the fact is not there or has no value. */
  fact(id: FactId): Json
  /** How an admin finds the fact in the reply. */
  pathOf(id: FactId): string
}

type JsonObject = { [key: string]: Json }

/** An item of v2's device search: `{ agentid, audit_date, facts: { serial_number: { type, value, error_msg } } }`. Null if it is none. */
export function readV2Device(item: Json): AddigyDevice | null {
  return isObject(item) && isObject(item.facts) ? new V2Device(item, item.facts) : null
}

/** An entry of v1's device list: labels with values, e.g. `"Serial Number": "C02…"`; any of them may be null. Null if it is none. */
export function readV1Device(item: Json): AddigyDevice | null {
  return isObject(item) ? new V1Device(item) : null
}

// Classes, because closures made for each of a million devices are felt
class V2Device implements AddigyDevice {
  readonly agentId: Json
  readonly auditDate: Json

  constructor(
    item: JsonObject,
    private readonly facts: JsonObject,
  ) {
    this.agentId = item.agentid ?? valueIn(facts.agentid)
    this.auditDate = item.agent_audit_date ?? item.audit_date ?? null
  }

  fact(id: FactId): Json {
    return valueIn(this.facts[id])
  }

  pathOf(id: FactId): string {
    return `facts.${id}`
  }
}

class V1Device implements AddigyDevice {
  readonly agentId: Json
  readonly auditDate = null
  private readonly labels = new Map<string, string>()

  constructor(private readonly item: JsonObject) {
    for (const label in item) {
      const id = v1Identifier(label)
      // "policy_id" and "Policy ID" are one fact: the one with a value counts
      if ((item[label] ?? null) !== null || !this.labels.has(id)) this.labels.set(id, label)
    }
    this.agentId = item[this.labels.get("agentid") ?? ""] ?? null
  }

  fact(id: FactId): Json {
    return this.item[this.labels.get(id) ?? ""] ?? null
  }

  pathOf(id: FactId): string {
    return this.labels.get(id) ?? id
  }
}

function valueIn(fact: Json | undefined): Json {
  return isObject(fact) ? (fact.value ?? null) : (fact ?? null)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
