import { circuitWording } from "@/components/circuits/circuit-wording"
import { deviceWording } from "@/components/devices/device-wording"
import type { Json } from "@/lib/domain/json"
import type { Noun } from "@/lib/domain/noun"

/** What fields and their values are called; a value is never null. */
export type Wording = {
  fieldName: (field: string) => string
  valueWords: (field: string, value: Json) => string
}

/** How the history of each noun names what changed. */
export const wordingOf: Record<Noun, Wording> = {
  device: deviceWording,
  "device-model": deviceWording,
  circuit: circuitWording,
  "list-item": deviceWording,
}
