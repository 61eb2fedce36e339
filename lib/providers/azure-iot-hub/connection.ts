import type { ConnectionState } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import type { DeviceRecord } from "@/lib/domain/session"
import { type JsonObject, latest, readText, readTimestamp } from "./read-value"

/** `Connected`, `disconnected`: Azure writes it in either case. */
export function connectionOf(value: Json | undefined): ConnectionState {
  const text = readText(value)?.toLowerCase()
  return text === "connected" || text === "disconnected" ? text : "unknown"
}

/**
 * When and whether a device was last seen. The hub calls edge devices disconnected while they work (§A.6 of the provider facts),
 * so one is online when it or one of its system modules is.
 */
export function readState(twin: JsonObject, system: Pulse | null): DeviceRecord["state"] {
  const own = connectionOf(twin.connectionState)
  return {
    connectionState: system?.isConnected === true ? "connected" : own,
    lastActivityAt: latest([readTimestamp(twin.lastActivityTime), system?.lastActivityAt ?? null]),
  }
}

/** What the system modules of an edge device say of its connection. */
export type Pulse = { isConnected: boolean; lastActivityAt: string | null }

export function readPulse(twin: JsonObject): Pulse {
  return {
    isConnected: connectionOf(twin.connectionState) === "connected",
    lastActivityAt: readTimestamp(twin.lastActivityTime),
  }
}

export function joinPulses(one: Pulse, other: Pulse): Pulse {
  return {
    isConnected: one.isConnected || other.isConnected,
    lastActivityAt: latest([one.lastActivityAt, other.lastActivityAt]),
  }
}
