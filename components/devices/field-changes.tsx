import type { DeviceChangeKind } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { fieldName, valueWords } from "./device-wording"

type Props = { kind: DeviceChangeKind; fields: Record<string, [Json, Json]> }

/** The fields of one change, each before → after. */
export function FieldChanges({ kind, fields }: Props) {
  const changes = Object.entries(fields)
  if (changes.length === 0) return <p className="text-ink-soft">{without[kind]}</p>
  return (
    <ul className="space-y-0.5">
      {changes.map(([field, [before, after]]) => (
        <li key={field} className="wrap-anywhere">
          <span className="text-ink-faint">{fieldName(field)}: </span>
          {before !== null && (
            <>
              <del className="text-ink-soft">{valueWords(field, before)}</del>
              <span className="text-ink-faint"> → </span>
            </>
          )}
          <ins className="no-underline">{after === null ? "no longer given" : valueWords(field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}

/** What a change without changed fields means. */
const without: Record<DeviceChangeKind, string> = {
  created: "First seen",
  updated: "No field that is kept in the history changed",
  linked: "Another source reports this device too",
  retired: "No source has it any more",
  restored: "A source has it again",
}
