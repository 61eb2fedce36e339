import { type ScheduleDraft, scheduleDraftOf, scheduleInputOf } from "@/components/schedule/schedule-draft"
import type { IntegrationInput, IntegrationUpdate, IntegrationView } from "@/lib/domain/integration"
import type { Json } from "@/lib/domain/json"
import type { CatalogEntry, ProviderField } from "@/lib/domain/provider"
import { settingAt, withSetting } from "./setting-path"
import { settingAsText, settingFromText } from "./setting-text"

/** An integration as somebody is filling it in. Texts as typed; empty means not given. */
export type IntegrationDraft = {
  name: string
  settings: Record<string, string>
  credentials: Record<string, string>
  schedule: ScheduleDraft
}

/** What a new integration of this provider starts with. */
export function newDraft(entry: CatalogEntry): IntegrationDraft {
  return {
    name: entry.name,
    settings: Object.fromEntries(
      entry.settings.flatMap((field) => {
        const first =
          field.initial ?? field.options?.[0]?.value ?? (field.kind === "switch" ? "false" : undefined)
        return first === undefined ? [] : [[field.key, first]]
      }),
    ),
    credentials: {},
    schedule: scheduleDraftOf({ ...entry.defaultSchedule, syncEnabled: true }),
  }
}

/** An existing integration to change; its credentials are not known here and stay unless typed again. */
export function draftOf(integration: IntegrationView, entry: CatalogEntry): IntegrationDraft {
  const stored = entry.settings.flatMap((field) => {
    const value = settingAt(integration.settings, field.key)
    return value === null ? [] : [[field.key, settingAsText(field, value)] as const]
  })
  return {
    name: integration.name,
    settings: { ...newDraft(entry).settings, ...Object.fromEntries(stored) },
    credentials: {},
    schedule: scheduleDraftOf(integration),
  }
}

/** Settings and credentials as a check takes them: only what shows and was given. */
export function connectionOf(draft: IntegrationDraft, entry: CatalogEntry) {
  return {
    settings: settingsOf(entry.settings, draft),
    credentials: given(entry.credentials, draft.credentials, draft),
  }
}

/** Where the system is and how to get in: the part of the connection that a check holds for. */
export function accessOf(draft: IntegrationDraft, entry: CatalogEntry) {
  return {
    settings: settingsOf(connectionSettings(entry), draft),
    credentials: given(entry.credentials, draft.credentials, draft),
  }
}

export function inputOf(draft: IntegrationDraft, entry: CatalogEntry): IntegrationInput {
  const { syncInterval, cron, ...when } = scheduleInputOf(draft.schedule)
  return {
    provider: entry.id,
    name: draft.name,
    ...connectionOf(draft, entry),
    ...when,
    ...(!keepsUsual(draft, entry) && { syncInterval, cron }),
  }
}

/** Whether a new integration is left with the several schedules that its provider starts with. */
function keepsUsual({ schedule }: IntegrationDraft, entry: CatalogEntry): boolean {
  if (entry.schedules === undefined) return false
  const { choice, cron, timeZone } = newDraft(entry).schedule
  return schedule.choice === choice && schedule.cron === cron && schedule.timeZone === timeZone
}

/** The whole integration again; credentials only when some were typed. */
export function updateOf(draft: IntegrationDraft, entry: CatalogEntry): IntegrationUpdate {
  const { settings, credentials } = connectionOf(draft, entry)
  const typed = Object.keys(credentials).length > 0
  return { name: draft.name, settings, ...scheduleInputOf(draft.schedule), ...(typed && { credentials }) }
}

/** Whether a field shows while the settings are as they are. */
export const isShown = (field: Pick<ProviderField, "when">, draft: IntegrationDraft): boolean =>
  field.when === undefined || [field.when.equals].flat().includes(draft.settings[field.when.key] ?? "")

/** Settings that a connection cannot be made without knowing: addresses, and what decides which credentials it takes. */
export function connectionSettings(entry: CatalogEntry): ProviderField[] {
  const deciding = new Set(entry.credentials.map((field) => field.when?.key))
  return entry.settings.filter(
    (field) => field.kind === "url" || field.partOfConnection === true || deciding.has(field.key),
  )
}

/** The other settings: what of it to take in. */
export function scopeSettings(entry: CatalogEntry): ProviderField[] {
  const connection = new Set(connectionSettings(entry))
  return entry.settings.filter((field) => !connection.has(field))
}

/** Labels of the required fields that show and are empty; `stored` names the credentials that are kept as they are. */
export function missingFields(
  fields: ProviderField[],
  values: Record<string, string>,
  draft: IntegrationDraft,
  stored: string[] = [],
): string[] {
  return fields
    .filter((field) => field.required && isShown(field, draft) && !stored.includes(field.key))
    .filter((field) => (values[field.key] ?? "").trim() === "")
    .map((field) => field.label)
}

function settingsOf(fields: ProviderField[], draft: IntegrationDraft): Record<string, Json> {
  const typed = given(fields, draft.settings, draft)
  return fields.reduce<Record<string, Json>>((settings, field) => {
    const text = typed[field.key]
    return text === undefined ? settings : withSetting(settings, field.key, settingFromText(field, text))
  }, {})
}

function given(
  fields: ProviderField[],
  values: Record<string, string>,
  draft: IntegrationDraft,
): Record<string, string> {
  const shown = fields.filter((field) => isShown(field, draft))
  return Object.fromEntries(
    shown.flatMap(({ key }) => {
      const value = (values[key] ?? "").trim()
      return value === "" ? [] : [[key, value]]
    }),
  )
}
