import type { z } from "zod"
import type { Errand } from "./errand"
import type { ScheduleEntry } from "./integration-schedule"
import type { StreamInterval } from "./intervals"
import type { Json } from "./json"
import type { ProviderFamily, ProviderId, StreamId } from "./provider-id"
import type { Rate, TakeTurn } from "./rate"
import type { Page, Session } from "./session"

/** One input of the wizard. `secret` fields are credentials: encrypted at rest, never sent back. */
export type ProviderField = {
  key: string
  label: string
  help: string
  /** `number`, `switch` and `json` are given to the provider as a number, a boolean and the value that the text spells. */
  kind: "text" | "password" | "url" | "select" | "number" | "switch" | "json"
  /** What a select lets one choose; what a text suggests. */
  options?: { value: string; label: string }[]
  /** Key of the `choices` that a check offers for this field (Addigy: policies). */
  choices?: string
  placeholder?: string
  /** What a new integration starts with, as text; for a switch "true" or "false". */
  initial?: string
  required: boolean
  /** Shown only while another setting has this value, or one of these (a switch: "true"). */
  when?: { key: string; equals: string | string[] }
  /** Asked with the credentials, before the check, because no connection can be made without it. */
  partOfConnection?: boolean
  /** Makes the integration what it is: it stays as it was when it was connected. */
  isFixed?: true
}

/** What the browser may know of a provider. */
export type CatalogEntry = {
  id: ProviderId
  name: string
  family: ProviderFamily
  summary: string
  settings: ProviderField[]
  credentials: ProviderField[]
  /** What the admin of that system has to grant, as commands or a policy to copy. */
  grants?: (Pick<ProviderField, "when"> & { title: string; text: string })[]
  streams: StreamId[]
  /** Its sessions can show a few devices and which field fills which of ours (N-FIELDMAP). */
  hasSample?: boolean
  /** Runs at once that read one account at the provider, whichever integrations they belong to; 1 when left out. */
  runsPerAccount?: number
  /** Its devices name models: one that the account does not know is dealt with as `modelPolicy` says (S3-MODEL). */
  usesModels?: true
  /** Seconds between runs of a stream that has its own interval, where it is not the integration's (S3-FREQ). */
  streamIntervals?: Partial<Record<StreamId, StreamInterval>>
  /** What a new integration starts with. */
  /** Several schedules, which a new integration starts with unless it is given one of its own (S2-SCHEDULE). */
  schedules?: ScheduleEntry[]
  /** Whether members may add credentials of their own (S2-CREDENTIALS). */
  takesLogins?: boolean
  defaultSchedule: { syncInterval: number | null; cron: string | null; timeZone: string }
}

export type SessionOptions = {
  settings: Record<string, Json>
  credentials: Record<string, string>
  /** Hosts and CIDR blocks in private ranges that an admin has allowed. */
  allowedPrivateHosts: string[]
  signal: AbortSignal
  /** What this run wants beyond everything there is. */
  errand?: Errand
  /** Awaited before each request, in place of the provider's own pace: the worker's, shared by all processes (S4-RATE). */
  takeTurn?: TakeTurn
  /** Milliseconds, where the usual ones are too long (tests): the first and longest wait between tries, how long a try may take. */
  retry?: { baseMs: number; maxMs: number; timeoutMs?: number }
}

/** A connector: schemas for what the admin gives, and a way to open a session with it. */
export type Provider = {
  settings: z.ZodType<Record<string, Json>>
  /** Parsed together with settings, because which keys are needed can depend on them. */
  credentials: (settings: Record<string, Json>) => z.ZodType<Record<string, string>>
  openSession(options: SessionOptions): Session
  /** Where credentials may be sent as the settings are, for a provider that makes addresses of several settings. */
  origins?(settings: Record<string, Json>): string[]
  /** How fast it may be asked when the integration says nothing else; null for as fast as it answers. */
  rate(settings: Record<string, Json>): Rate | null
  /** Maps one stored reply again, as a read would have, without calling the provider (N-REPLAY). */
  mapStored(
    stream: StreamId,
    raw: string,
    settings: Record<string, Json>,
  ): Pick<Page, "records" | "rejects" | "skipped">
}

/** What the browser may know of every provider. */
export type Catalog = Record<ProviderId, CatalogEntry>

/** Every connector. Nouns take it as an argument, because they do not import providers. */
export type Providers = Record<ProviderId, Provider>
