import { z } from "zod"
import type { Json } from "@/lib/domain/json"
import { configOf } from "./config-of"
import { credentialsIn } from "./expand"
import type { Preset } from "./preset"
import { initials, isShown } from "./read-settings"

/** A text that can travel in a header; anything else was pasted wrongly. */
const credential = z
  .string()
  .max(10_000, "This is too long for a credential.")
  .regex(/^[^\p{Cc}]*$/u, "This holds a line break or another control character. Paste it again.")

/**
 * What a preset needs to get in while the settings are as they are: the fields that show, and whatever a configuration of the
 * admin's own refers to. While that is not filled in, nothing is asked for yet.
 */
export function credentialsSchema(
  preset: Preset,
  settings: Record<string, Json>,
): z.ZodType<Record<string, string>> {
  return z.record(z.string(), credential).transform((given, context) => {
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""))
    for (const [key, label] of missingCredentials(preset, settings, filled))
      context.addIssue({ code: "custom", path: [key], message: `Enter the ${label}.` })
    return filled
  })
}

/** Keys and labels of the credentials without which nothing can be asked. */
export function missingCredentials(
  preset: Preset,
  settings: Record<string, Json>,
  filled: Record<string, string>,
): [key: string, label: string][] {
  const set = { ...initials(preset), ...settings }
  const shown = preset.credentials.filter((field) => field.required && isShown(field, set))
  const found = configOf(preset, settings)
  const isOpen = preset.open === true && found.kind !== "configured"
  const referred =
    preset.open === true && found.kind === "configured"
      ? [...credentialsIn(needingAll(found.config.auth))]
      : []
  const keys = isOpen ? [] : preset.open === true ? referred : shown.map(({ key }) => key)
  return keys.filter((key) => !Object.hasOwn(filled, key)).map((key) => [key, labelOf(preset, key)])
}

/** Basic takes an empty password. */
const needingAll = (auth: { type: string }[]): unknown =>
  auth.map((part) => (part.type === "basic" ? { ...part, password: "" } : part))

const labelOf = (preset: Preset, key: string): string => {
  const label = preset.credentials.find((field) => field.key === key)?.label ?? `credential ${key}`
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
