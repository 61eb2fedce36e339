import lighthouse from "lighthouse"
import desktop from "lighthouse/core/config/desktop-config.js"

/** What every page has to keep to: kB of scripts as sent, scores of 100, and how far things may move while loading. */
export const budget = { scripts: 190, performance: 95, shift: 0.02 }

export type Measured = {
  name: string
  /** kB (1000 bytes) of the scripts that the page itself names, compressed as sent; not of what it fetches later. */
  scripts: number
  performance: number
  accessibility: number
  bestPractices: number
  /** Cumulative layout shift. */
  shift: number
  /** Milliseconds until the largest thing shows. */
  largest: number
  /** What was marked down in access and best practices, with what it was about. */
  faults: string[]
}

type Asked = { name: string; url: string; cookie: string | null }

/** Loads a page afresh in the browser that listens on DEBUGGING_PORT, as a desktop, and says how it fared. */
export async function measure({ name, url, cookie }: Asked): Promise<Measured> {
  const flags = {
    port: Number(process.env.DEBUGGING_PORT),
    onlyCategories: ["performance", "accessibility", "best-practices"],
    ...(cookie !== null && { extraHeaders: { Cookie: cookie } }),
  }
  const result = await lighthouse(url, flags, desktop)
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}.`)
  const { categories, audits, finalDisplayedUrl } = result.lhr
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${finalDisplayedUrl}.`)
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100)
  return {
    name,
    scripts: scriptsOf(audits["network-requests"]?.details, await scriptsNamedBy(url, cookie)),
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    shift: audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN,
    largest: audits["largest-contentful-paint"]?.numericValue ?? Number.NaN,
    faults: ["accessibility", "best-practices"].flatMap((category) =>
      faultsOf(categories[category]?.auditRefs ?? [], audits),
    ),
  }
}

type Weighed = { id: string; weight: number }
type Audits = Record<string, { title: string; score: number | null; details?: unknown }>

/** Audits that count and were not passed. */
const faultsOf = (weighed: Weighed[], audits: Audits): string[] =>
  weighed
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title} ${JSON.stringify(audits[id]?.details).slice(0, 600)}`)

type NetworkRequest = { url: string; resourceType: string; transferSize: number }

/** The paths of the scripts in the page's own HTML. */
async function scriptsNamedBy(url: string, cookie: string | null): Promise<Set<string>> {
  const reply = await fetch(url, { headers: cookie === null ? {} : { Cookie: cookie } })
  const found = (await reply.text()).matchAll(/<script[^>]* src="([^"]+)"/g)
  return new Set([...found].map(([, src = ""]) => new URL(src, url).pathname))
}

function scriptsOf(details: unknown, named: Set<string>): number {
  const hasItems = typeof details === "object" && details !== null && "items" in details
  const requests: unknown[] = hasItems && Array.isArray(details.items) ? details.items : []
  const first = requests.filter(isScript).filter(({ url }) => named.has(new URL(url).pathname))
  return Math.round(first.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000)
}

const isScript = (item: unknown): item is NetworkRequest =>
  typeof item === "object" && item !== null && "resourceType" in item && item.resourceType === "Script"

/** The figures as a Markdown table. */
export function formatTable(measured: Measured[]): string {
  const rows = measured.map(
    ({ name, scripts, performance, accessibility, bestPractices, shift, largest }) =>
      `| ${name} | ${scripts} | ${performance} | ${accessibility} | ${bestPractices} | ${shift.toFixed(3)} | ${Math.round(largest)} |`,
  )
  return [
    "| page | scripts, kB gzip | performance | accessibility | best practices | layout shift | largest paint, ms |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows,
  ].join("\n")
}
