import type { CatalogEntry } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/** What the wizard shows of a preset. MDMs sync daily at 04:00 UTC unless somebody says otherwise (S0-CRON). */
export function presetEntry(id: ProviderId, { name, summary, settings, credentials }: Preset): CatalogEntry {
  return {
    id,
    name,
    family: "mdm",
    summary,
    settings,
    credentials,
    streams: ["devices"],
    hasSample: true,
    defaultSchedule: { syncInterval: null, cron: "0 4 * * *", timeZone: "UTC" },
  }
}
