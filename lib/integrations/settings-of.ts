import { z } from "zod"
import { type Json, json } from "@/lib/domain/json"

const settings = z.record(z.string(), json)

/** The settings that an integration's column holds. */
export function settingsOf({ settings: column }: { settings: unknown }): Record<string, Json> {
  return settings.parse(column)
}
