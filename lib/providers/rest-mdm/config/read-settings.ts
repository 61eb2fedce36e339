import { z } from "zod"
import { type Json, json } from "@/lib/domain/json"
import { configOf } from "./config-of"
import { settingsIn } from "./expand"
import type { Preset } from "./preset"

type Field = Preset["settings"][number]

/** What an admin may set for a preset: its fields with their usual values, nothing that is left empty, nothing unknown. */
export function settingsSchema(preset: Preset): z.ZodType<Record<string, Json>> {
  return z.record(z.string(), json).transform((given, context) => {
    const refuse = (key: string, message: string) =>
      context.addIssue({ code: "custom", path: [key], message })
    const settings: Record<string, Json> = {}
    for (const field of preset.settings) {
      if (!isShown(field, { ...initials(preset), ...given })) continue
      const value = isBlank(given[field.key])
        ? initialOf(field)
        : readField(field, given[field.key] ?? null, refuse)
      if (value !== null) settings[field.key] = value
      else if (field.required && preset.open !== true)
        refuse(field.key, `Enter the ${lowerFirst(field.label)}.`)
    }
    readOthers({ preset, given, settings, refuse })
    if (context.issues.length > 0) return z.NEVER
    refuseWrong(preset, settings, refuse)
    return settings
  })
}

type Refuse = (key: string, message: string) => void

/** Beyond its fields a preset takes only what its configuration refers to, and an open one the configuration itself. */
function readOthers(reading: {
  preset: Preset
  given: Record<string, Json>
  settings: Record<string, Json>
  refuse: Refuse
}): void {
  const { preset, given, settings, refuse } = reading
  const named = new Set(preset.settings.map(({ key }) => key))
  const referred = settingsIn({ ...preset.config, config: given.config ?? null })
  for (const [key, value] of Object.entries(given)) {
    if (named.has(key) || isBlank(value)) continue
    if (referred.has(key)) settings[key] = value
    else refuse(key, `${preset.name} has no setting named ${key.slice(0, 100)}.`)
  }
}

function refuseWrong(preset: Preset, settings: Record<string, Json>, refuse: Refuse): void {
  const found = configOf(preset, settings)
  if (found.kind !== "wrong") return
  for (const { path, message } of found.issues) {
    const place = path.map(String).join(".")
    refuse(fieldOf(preset, place), `${message} (${place})`)
  }
}

/** The field whose value ends up at a place of the configuration, so that the error stands beside it. */
function fieldOf(preset: Preset, place: string): string {
  const parts = place.split(".")
  let value: Json | undefined = preset.config
  for (const part of parts) {
    if (typeof value === "string") break
    value = typeof value === "object" && value !== null && !Array.isArray(value) ? value[part] : undefined
  }
  const [, key] = typeof value === "string" ? (/\{\{settings\.(\w+)\}\}/.exec(value) ?? []) : []
  return key ?? (preset.settings.some((field) => field.key === "config") ? "config" : "baseUrl")
}

const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "")

/** Whether a field counts while the settings are as they are, as in the form. */
export const isShown = (field: Field, settings: Record<string, Json>): boolean =>
  field.when === undefined || [field.when.equals].flat().includes(String(settings[field.when.key] ?? ""))

export function initials(preset: Preset): Record<string, Json> {
  return Object.fromEntries(
    preset.settings.flatMap((field) => {
      const initial = initialOf(field)
      return initial === null ? [] : [[field.key, initial]]
    }),
  )
}

function initialOf({ kind, initial }: Field): Json {
  if (kind === "switch") return initial === "true"
  if (initial === undefined) return null
  return kind === "number" ? Number(initial) : initial
}

function readField(field: Field, value: Json, refuse: Refuse): Json {
  const result = shapes[field.kind](field).safeParse(value)
  if (result.success) return result.data
  refuse(field.key, result.error.issues.map(({ message }) => message).join(" "))
  return value
}

const text = (label: string) =>
  z
    .string({ error: `${label} must be a text.` })
    .trim()
    .max(2000, `${label} is too long.`)

const shapes: Record<Field["kind"], (field: Field) => z.ZodType<Json>> = {
  text: ({ label }) => text(label),
  password: ({ label }) => text(label),
  url: ({ label }) => text(label).transform((address, context) => readAddress(label, address, context)),
  select: ({ label, options = [] }) =>
    text(label).refine(
      (chosen) => options.some(({ value }) => value === chosen),
      `${label} must be one of ${options.map(({ value }) => value).join(", ")}.`,
    ),
  number: ({ label }) => z.coerce.number({ error: `${label} must be a number.` }),
  switch: ({ label }) => z.boolean({ error: `${label} must be true or false.` }),
  json: ({ label }) =>
    z
      .record(z.string(), json, { error: `${label} must be a JSON object.` })
      .refine((given) => JSON.stringify(given).length <= 50_000, `${label} is too long.`),
}

function readAddress(label: string, address: string, context: z.RefinementCtx): string {
  const refuse = (message: string) => context.addIssue({ code: "custom", message })
  if (!URL.canParse(address)) {
    refuse(`${label} is no address. Enter one that starts with https://.`)
    return z.NEVER
  }
  const url = new URL(address)
  if (url.protocol !== "https:" && url.protocol !== "http:") refuse(`${label} must start with https://.`)
  if (url.username !== "" || url.password !== "")
    refuse(`Leave user names and passwords out of the ${label}.`)
  if (url.search !== "" || url.hash !== "") refuse(`Leave everything from ? or # on out of the ${label}.`)
  return url.href.replace(/\/+$/, "")
}

const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
