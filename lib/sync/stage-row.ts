import { hash } from "node:crypto"
import type { DeviceFields } from "@/lib/domain/device"
import { serialKey } from "@/lib/domain/serial-key"
import type { SourceRecord } from "@/lib/domain/session"
import { canonicalJson } from "./canonical-json"

/** One line of COPY text for `sync_records`, and how many characters had to go because no database text can hold them. */
export type StageRow = { line: string; stripped: number }

type At = { syncLogId: string; stream: string; seq: number }

/** Columns in the order of `stageRow`. */
export const stageColumns =
  "sync_log_id, stream, seq, external_id, content_hash, source_version, identity, serial_key, fields, attributes, connection_state, last_activity_at, modules"

/** The hash covers fields and attributes, so that what moves all the time never makes a change. 128 bits of SHA-256. */
export function stageRow({ syncLogId, stream, seq }: At, record: SourceRecord): StageRow {
  const fields = storableJson(fieldsAsText(record.fields))
  const attributes = storableJson(canonicalJson(record.attributes))
  const externalId = storableText(record.externalId)
  const contentHash = hash("sha256", `${fields.text}\n${attributes.text}`, "hex").slice(0, 32)
  const modules = record.modules === undefined ? null : storableJson(JSON.stringify(record.modules))
  const serial = "serialNumber" in record.fields ? serialKey(record.fields.serialNumber) : null
  const columns = [
    syncLogId,
    stream,
    String(seq),
    escaped(externalId.text),
    `\\\\x${contentHash}`,
    record.sourceVersion === null ? "\\N" : String(record.sourceVersion),
    record.identity == null ? "\\N" : escaped(storableText(record.identity).text),
    serial === null ? "\\N" : escaped(storableText(serial).text),
    escaped(fields.text),
    escaped(attributes.text),
    record.state === null ? "\\N" : record.state.connectionState,
    record.state?.lastActivityAt ?? "\\N",
    modules === null ? "\\N" : escaped(modules.text),
  ]
  const stripped = fields.stripped + attributes.stripped + externalId.stripped + (modules?.stripped ?? 0)
  return { line: `${columns.join("\t")}\n`, stripped }
}

/**
 * A record that was sent but could not be taken: staged without content, so that it counts as there and is never removed
 * for having a fault.
 */
export function witnessRow({ syncLogId, stream, seq }: At, externalId: string): string {
  const id = escaped(storableText(externalId).text)
  const nothing = ["\\N", "\\N", "\\N", "", "", "\\N", "\\N", "\\N"]
  return `${[syncLogId, stream, String(seq), id, "\\\\x", ...nothing].join("\t")}\n`
}

const fieldsAsText = (fields: SourceRecord["fields"]): string =>
  "serialNumber" in fields ? JSON.stringify(inOrder(fields)) : canonicalJson(fields)

/** A device's fields in one order, whatever the connector's: a literal is many times faster than sorting keys. */
const inOrder = (fields: DeviceFields): DeviceFields => ({
  assignedTo: fields.assignedTo,
  kind: fields.kind,
  model: fields.model,
  modelIdentifier: fields.modelIdentifier,
  name: fields.name,
  osVersion: fields.osVersion,
  serialNumber: fields.serialNumber,
  type: fields.type,
})

type Storable = { text: string; stripped: number }

/** jsonb takes neither the NUL escape nor half of a surrogate pair, which JSON.stringify writes as escapes. */
function storableJson(text: string): Storable {
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return { text, stripped: 0 }
  let stripped = 0
  const kept = text.replace(/(\\+)u(?:0000|d[89a-f][0-9a-f]{2})/g, (match, backslashes: string) => {
    if (backslashes.length % 2 === 0) return match // an escaped backslash, then plain "u0000"
    stripped += 1
    return backslashes.slice(1)
  })
  return { text: kept, stripped }
}

function storableText(text: string): Storable {
  if (!text.includes("\0") && text.isWellFormed()) return { text, stripped: 0 }
  const kept = text.toWellFormed().replaceAll("\0", "")
  return { text: kept, stripped: Math.max(1, text.length - kept.length) }
}

/** COPY's text format gives meaning to four characters. */
function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }
