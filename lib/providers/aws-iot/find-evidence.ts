import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Api } from "./api"
import type { EdgeReason, Evidence } from "./evidence"
import { failsAlone } from "./fails-alone"
import { listAll } from "./list-parts"
import { mapAtOnce } from "./map-at-once"
import { type Thing, thing } from "./shapes"
import type { Surroundings } from "./surroundings"

type Finding = {
  api: Api
  around: Surroundings
  /** Whether each thing is asked for its shadow, though no deployment targets it. */
  asksEvery: boolean
}

/** `failed`: one sentence on what could not be read of single things; null when all was. */
export type Found = { evidence: Record<string, Evidence>; undecided: string[]; failed: string | null }

/** How many are asked about at once: shadows are made to be asked for often, Greengrass's lists are not. */
const atOnce = { shadows: 8, components: 4 }

/**
 * What AWS says of a page's things beyond the registry. What fails for one thing is noted and makes the read incomplete; what
 * would fail for all (credentials, permissions, throttling) is thrown.
 */
export async function findEvidence(items: Json[], { api, around, asksEvery }: Finding): Promise<Found> {
  const things = items.flatMap((item) => thing.safeParse(item).data ?? [])
  const faults: string[] = []
  const undecided: string[] = []

  const withReason = await mapAtOnce(things, atOnce.shadows, async (one) => {
    const known = reasonWithoutAsking(one, around)
    const mayHaveShadow = api.settings.greengrass && (asksEvery || around.targets.has(one.thingName))
    if (known !== null || !mayHaveShadow) return { one, edge: known }
    const answer = await failsAlone(hasCoreShadow(api, one.thingName))
    if (answer.fault === null) return { one, edge: answer.value ? ("core shadow" as const) : null }
    faults.push(`the shadow of ${one.thingName}: ${answer.fault.message}`)
    undecided.push(one.thingName)
    return { one, edge: null }
  })

  const entries = await mapAtOnce(withReason, atOnce.components, async ({ one, edge }) => {
    const { thingName } = one
    const core = around.cores.get(thingName) ?? null
    const indexed = around.indexed.get(thingName) ?? null
    const answer =
      core === null ? { value: [], fault: null } : await failsAlone(readComponents(api, thingName))
    if (answer.fault !== null) faults.push(`the components of ${thingName}: ${answer.fault.message}`)
    return [thingName, { edge, core, components: answer.value, indexed }] as const
  })

  return {
    evidence: Object.fromEntries(
      entries.filter(([, { edge, indexed }]) => edge !== null || indexed !== null),
    ),
    undecided,
    failed: faults[0] === undefined ? null : inWords(faults[0], faults.length),
  }
}

function reasonWithoutAsking({ thingName, thingTypeName }: Thing, around: Surroundings): EdgeReason | null {
  if (around.cores.has(thingName)) return "core device list"
  return around.edgeTypes.has(thingTypeName ?? "") ? "type tag" : null
}

async function hasCoreShadow(api: Api, thingName: string): Promise<boolean> {
  return (await unlessAbsent(api.getCoreShadow(thingName))) !== null
}

/** All components; none for a core that Greengrass no longer knows. */
async function readComponents(api: Api, thingName: string): Promise<Json[]> {
  const all = listAll("installedComponents", (token) => api.listComponents(thingName, { token }))
  return (await unlessAbsent(all))?.items ?? []
}

async function unlessAbsent<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ProviderError && error.code === "not_found") return null
    throw error
  }
}

const inWords = (first: string, count: number): string =>
  `AWS did not give ${first}${count === 1 ? "" : ` The same goes for ${count - 1} more.`}`
