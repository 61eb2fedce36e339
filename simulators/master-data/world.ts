import type { openFaults } from "@/simulators/faults"
import { draw, pick } from "@/simulators/random"
import type { MasterDataFault } from "./control"

/** An entry as the service sends it. */
export type Entry = Record<string, string | number | null>

export type World = {
  items: Entry[]
  isoCodes: Entry[]
  /** The bare list, or an object that holds it beside other things. */
  form: "array" | "object"
  /** Tokens that were given out, and when they end, in milliseconds. */
  tokens: Map<string, number>
  faults: ReturnType<typeof openFaults<MasterDataFault>>
  now: () => number
}

const countries = [
  "AE",
  "AR",
  "BR",
  "CN",
  "EG",
  "IN",
  "KE",
  "MA",
  "NZ",
  "PE",
  "TH",
  "TR",
  "UA",
  "US",
  "VN",
  "ZA",
] as const
const lengths = [4, 6, 8, 10] as const
const treatments = [null, "!processed", "!dried", "!processed", "!dried", "Chilled", null] as const

/** So many rules, no two of them equal, the same for the same seed. */
export function makeItems(count: number, seed: number): Entry[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    last_modified: "2026-01-20T09:00:00Z",
    country_of_origin: pick(countries, draw(seed, at, 1)),
    commodity_code: codeOf(at, pick(lengths, draw(seed, at, 2))),
    type_of_treatment: pick(treatments, draw(seed, at, 3)),
  }))
}

/** A code that only this entry has: its number, behind a chapter. */
function codeOf(at: number, length: number): string {
  const digits = String(at).padStart(length - 2, "0")
  return `${String((at % 90) + 1).padStart(2, "0")}${digits}`
}

/** A few countries and what has no code. */
export const makeIsoCodes = (): Entry[] => [
  ...["ad", "AE", "AF", ...countries, "GB", "FR"].map((code, at) => ({
    id: at,
    name: `Country ${at}`,
    effectiveAlpha2: code,
    effectiveAlpha3: `${code}X`,
  })),
  { id: 900, name: "No code", effectiveAlpha2: null, effectiveAlpha3: null },
  { id: 901, name: "Unknown", effectiveAlpha2: "X", effectiveAlpha3: null },
]
