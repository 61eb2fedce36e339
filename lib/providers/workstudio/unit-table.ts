import { z } from "zod"

/** How a unit type is measured: feet of line, acres, numbers of trees, or only counted. */
export type Measure = "line" | "area" | "trees" | "none"
export type UnitTable = Record<string, Measure>

/** Unit types seen, by their category (providers/workstudio.md, E.5). */
const usual: Record<Measure, string> = {
  line: "SPM SPB SPE MPM MPB MPE MPME MPBE MST OHT SIDET SOHT STB STM TTS",
  area: "HCB BRUSH BRUSHTRIM MOW HERBNA HERBA HERBS HERB-SUB T&M",
  trees:
    "REM612 REM1218 REM1824 REM2430 REM3036 REM36 REM>30 ASH612 ASH1218 ASH1824 ASH2430 ASH3036 ASH36 BTR VPS",
  none: "NW NOT SENSI",
}

const categories: Record<string, Measure> = {
  vlg: "line",
  var: "area",
  vct: "trees",
  vnw: "none",
  vsa: "none",
}
const words: [RegExp, Measure][] = [
  [/line|feet|\bft\b/, "line"],
  [/area|acre/, "area"],
  [/tree|count/, "trees"],
  [/none/, "none"],
]

const named = z.looseObject({
  code: z.string().optional(),
  unit: z.string().optional(),
  category: z.string().optional(),
  measure: z.string().optional(),
})

/**
 * The unit table of an integration: the usual codes with the ones given over them. Takes `{ "SPM": "line" }` with a measure or
 * a category of WorkStudio's (VLG, VAR, VCT, VNW, VSA), `{ "line": ["SPM"] }`, or a list of `{ code, measure }`.
 */
export function readUnitTable(given: unknown, context: z.RefinementCtx): UnitTable {
  const table: UnitTable = {}
  for (const [measure, codes] of measures()) for (const code of codes) table[code] = measure
  for (const [code, text] of entriesOf(given, context)) {
    const measure = measureOf(text)
    if (measure === null)
      context.addIssue({
        code: "custom",
        message: `The unit table says "${text}" of ${code}; say line, area, trees or none.`,
      })
    else table[unitCode(code)] = measure
  }
  return table
}

/** Codes are compared without regard to case. */
export const unitCode = (text: string): string => text.trim().toUpperCase()

const measures = (): [Measure, string[]][] =>
  (["line", "area", "trees", "none"] as const).map((measure) => [measure, usual[measure].split(" ")])

function entriesOf(given: unknown, context: z.RefinementCtx): [string, string][] {
  if (given === null || given === undefined || given === "") return []
  const list = z.array(named).safeParse(given)
  if (list.success)
    return list.data.map((row) => [row.code ?? row.unit ?? "", row.measure ?? row.category ?? ""])
  const map = z.record(z.string(), z.union([z.string(), z.array(z.string()), named])).safeParse(given)
  if (map.success)
    return Object.entries(map.data).flatMap(([key, value]): [string, string][] => {
      if (Array.isArray(value)) return value.map((code) => [code, key])
      return [[key, typeof value === "string" ? value : (value.measure ?? value.category ?? "")]]
    })
  context.addIssue({
    code: "custom",
    message: 'The unit table must map unit types to measures, such as { "SPM": "line", "HCB": "area" }.',
  })
  return []
}

function measureOf(text: string): Measure | null {
  const plain = text.trim().toLowerCase()
  return categories[plain.slice(0, 3)] ?? words.find(([word]) => word.test(plain))?.[1] ?? null
}
