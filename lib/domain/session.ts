import { z } from "zod"
import { circuitFields, unitTotals } from "./circuit"
import { type DeviceFields, deviceFields, deviceModule, deviceState } from "./device"
import { deviceModelFields } from "./device-model"
import { type Json, json } from "./json"
import { listItem } from "./list-definition"
import type { StreamId } from "./provider-id"
import type { Shelf } from "./shelf"
import type { SourceSample } from "./source-sample"

/** One thing as one provider describes it. `fields` and `attributes` are hashed and kept in the history; `state` is not. */
export const sourceRecord = z.object({
  externalId: z.string().min(1).max(512),
  /** The provider's version counter where it has one, else null. */
  sourceVersion: z.number().int().nonnegative().nullable(),
  /** What tells a re-created thing from the one before it with the same id, where the provider says so (generation id). */
  identity: z.string().max(512).nullable().optional(),
  /** In the words of what the stream yields. */
  fields: z.union([
    deviceFields,
    deviceModelFields,
    circuitFields,
    unitTotals,
    z.strictObject({ item: listItem }),
  ]),
  attributes: z.record(z.string(), json),
  state: deviceState.nullable(),
  /**
   * Of an edge device: all its modules; left out where nothing was heard of them. What is no edge device has none. What runs
   * in them moves all the time, so they are not hashed.
   */
  modules: z.array(deviceModule).optional(),
})
export type SourceRecord = z.infer<typeof sourceRecord>
export type DeviceRecord = Omit<SourceRecord, "fields"> & { fields: DeviceFields }

/** A record that could not be taken: counted, shown, skipped; the others go on (S3-ISOLATE). */
export const reject = z.object({
  reason: z.enum([
    "no_serial",
    "invalid",
    "no_external_id",
    "other_scope",
    "duplicate_serial",
    "unknown_model",
  ]),
  externalId: z.string().nullable(),
  /** Where in the record the fault is, e.g. `facts.serial_number`. */
  path: z.string().nullable(),
  /** One sentence for the admin. */
  message: z.string(),
  /** A short piece of the record that shows the fault, secrets cut out. */
  sample: json,
})
export type Reject = z.infer<typeof reject>

/**
 * One page of a stream.
 * `skipped` counts what was left out on purpose (another policy's devices), which is no fault.
 * `stripped` counts characters that no database text can hold (NUL) and that were taken out.
 * `cursor` resumes after this page; null on the last one. `raw` is the reply as received, before redaction.
 */
export type Page = {
  records: SourceRecord[]
  rejects: Reject[]
  skipped: number
  stripped: number
  cursor: string | null
  raw: string
  /** `raw` parsed, where the session has it, so that nobody parses it again. */
  json?: Json
  expectedTotal: number | null
  /** Retries that this page needed. */
  retries: number
  /** Why the read no longer counts as whole although it goes on (a detail call failed), in one sentence. */
  incomplete?: string
  /** What is incomplete is so by an admin's choice: nobody need look. */
  isByChoice?: boolean
}

/** What a credential check found out. `scopes` lets the wizard offer what can be chosen (Addigy: policies). */
export const check = z.object({
  detail: z.string(),
  warnings: z.array(z.string()),
  choices: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
  /** What one sync takes of what the provider allows a day, and of what: `messages a day of 1 unit of S1`. Where it counts that. */
  allowance: z.object({ perSync: z.number().int(), perDay: z.number().int(), what: z.string() }).optional(),
})
export type Check = z.infer<typeof check>

/** A record by its id, with the version that a read gave it. */
export type Versioned = { externalId: string; sourceVersion: number }

/** Of ids that were asked for one by one: those that do not exist, and those that do. Of others nothing was learnt. */
export type Presence = { gone: string[]; there: string[] }

/** An open connection to one provider with one integration's settings and credentials. Never touches our tables. */
export type Session = {
  /**
   * Names what a read covers: filter, policy, and whose account at the provider, where it can tell. Absence counts only between
   * two reads of the same scope. May ask the provider, and then throws like `read`.
   */
  scope(stream: StreamId): string | Promise<string>
  check(): Promise<Check>
  /** A few devices and what the mapping makes of them (N-FIELDMAP), for connectors that can tell which field fills which. */
  sample?(): Promise<SourceSample>
  /** Yields every page from `cursor` (null: the start). Ends normally only when everything was seen. */
  read(stream: StreamId, cursor: string | null): AsyncIterable<Page>
  /** What the provider itself says of these ids, which a read missed. */
  confirmAbsent?(stream: StreamId, ids: string[]): Promise<Presence>
  /**
   * Of these records, that differ from what is known although their version did not rise, the ids of those that the provider,
   * asked for each, has at this very version: they were made anew, and the read was not merely behind.
   */
  confirmAnew?(stream: StreamId, records: Versioned[]): Promise<string[]>
  /** Where the stream `list` is published. */
  shelf?: Shelf
  close(): Promise<void>
}
