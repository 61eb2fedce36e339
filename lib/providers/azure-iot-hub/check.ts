import { ProviderError } from "@/lib/domain/provider-error"
import type { Check } from "@/lib/domain/session"
import { quick } from "@/lib/http/patience"
import type { Hub } from "./api"
import type { Access, AzureSettings } from "./settings"
import { syncCost } from "./sync-cost"

/** Twins looked at to tell how large they are. */
const sample = 10

/** Whether the credentials may read twins and count devices, and what a sync will cost of the hub's allowance. */
export async function checkHub(hub: Hub, access: Access, settings: AzureSettings): Promise<Check> {
  const { items, raw } = await hub.query("SELECT * FROM devices", { size: sample, patience: quick })
  const devices = await countIfAllowed(hub)
  const who = access.kind === "sas" ? `the policy ${access.policy}` : `the application ${access.clientId}`
  const seen =
    devices === null ? "" : ` It has ${devices.toLocaleString("en")} ${devices === 1 ? "device" : "devices"}.`
  const cost =
    devices === null || devices === 0 || items.length === 0
      ? null
      : syncCost({ devices, bytesPerTwin: Buffer.byteLength(raw) / items.length, settings })
  return {
    detail: `Connected to ${access.hostName} with ${who}.${seen}${cost === null ? "" : ` ${cost.detail}`}`,
    warnings: [
      ...(devices === null ? [mayNotCount(access)] : []),
      ...(cost?.warning == null ? [] : [cost.warning]),
    ],
    choices: {},
    ...(cost === null ? {} : { allowance: cost.allowance }),
  }
}

async function countIfAllowed(hub: Hub): Promise<number | null> {
  try {
    return await hub.countDevices(quick)
  } catch (error) {
    const isRefusal =
      error instanceof ProviderError && ["unauthorized", "forbidden", "not_found"].includes(error.code)
    if (isRefusal) return null
    throw error
  }
}

const mayNotCount = (access: Access): string =>
  access.kind === "sas"
    ? `The policy ${access.policy} lacks "RegistryRead", so Rollcall cannot compare what it read with the hub's own count. It works without; add the permission for more certainty before devices are removed.`
    : `The application ${access.clientId} may not read the hub's statistics, so Rollcall cannot compare what it read with the hub's own count. The role "IoT Hub Data Reader" holds that right.`
