import type { Json } from "@/lib/domain/json"

/** What makes a thing an edge device, the strongest first (docs/decisions/0019). */
export type EdgeReason = "core device list" | "core shadow" | "type tag"

/** What AWS says of a thing outside the registry. */
export type Evidence = {
  /** Null for a thing that is no edge device. */
  edge: EdgeReason | null
  /** Its entry in the list of core devices. */
  core: Json
  /** The components that Greengrass runs on it; null when they could not be read. */
  components: Json[] | null
  /** Its entry in the fleet index. */
  indexed: Json
}

/** A page of things with the evidence by name, as it is stored and mapped. `undecided`: could not be asked for their shadow. */
export type ThingsPage = { reply: Json; evidence: Record<string, Evidence>; undecided: string[] }
