import { count } from "@/components/ui/format-number"
import type { Noun } from "@/lib/domain/noun"
import { nounOf } from "@/lib/domain/noun-of"
import type { StreamId } from "@/lib/domain/provider-id"

const nounWords: Record<Noun, { one: string; path: string }> = {
  device: { one: "device", path: "/devices" },
  "device-model": { one: "model", path: "/models" },
  "list-item": { one: "item", path: "/ineligible-items/versions" },
  circuit: { one: "circuit", path: "/circuits" },
}

/** What a noun is called in the singular. */
export const nounWord = (noun: Noun): string => nounWords[noun].one

/** `Devices` */
export const nounTitle = (noun: Noun): string => {
  const { one } = nounWords[noun]
  return `${one.charAt(0).toUpperCase()}${one.slice(1)}s`
}

/** `3 devices` */
export const countOf = (amount: number, noun: Noun): string => count(amount, nounWords[noun].one)

/** Where something in the inventory has its page. */
export const subjectPath = (noun: Noun, id: string): string => `${nounWords[noun].path}/${id}`

const streamNames: Record<StreamId, string> = {
  devices: "Devices",
  "device-models": "Device models",
  "edge-device-models": "Edge device models",
  list: "List",
  circuits: "Circuits",
  "planned-units": "Planned units",
}

/** A stream as receipts name it; one that is no longer known, by its id. */
export const streamName = (stream: string): string =>
  Object.entries(streamNames).find(([id]) => id === stream)?.[1] ?? stream

/** What a run's records are: of one noun, or records where its streams are about several. */
export function countRecords(amount: number, streams: string[]): string {
  const nouns = new Set(
    Object.entries(nounOf).flatMap(([stream, of]) => (streams.includes(stream) ? [of] : [])),
  )
  const [only = "device"] = nouns
  return nouns.size > 1 ? count(amount, "record") : countOf(amount, only)
}
