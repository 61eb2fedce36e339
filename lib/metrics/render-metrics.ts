import { setTimeout as sleep } from "node:timers/promises"
import { Registry } from "prom-client"
import type { Catalog } from "@/lib/domain/provider"
import { log } from "@/lib/log"
import { processMetrics } from "./process-metrics"
import { readWork } from "./read-work"
import { workGauges } from "./work-gauges"

export type Rendered = { contentType: string; text: string }

const patienceMs = 5000

/**
 * All metrics in the words of Prometheus (O-METRICS): what this process counted, and what there is to do in the installation.
 * While the database is away the first are still told.
 */
export async function renderMetrics(catalog: Catalog): Promise<Rendered> {
  const work = await Promise.race([readWork(catalog), late()]).catch((error: unknown) => {
    log.warn({ err: error }, "metrics without the database")
    return null
  })
  const registry = Registry.merge([processMetrics().registry, workGauges(work)])
  return { contentType: registry.contentType, text: await registry.metrics() }
}

const late = () =>
  sleep(patienceMs, null, { ref: false }).then(() => {
    throw new Error(`The database did not answer within ${patienceMs / 1000} s.`)
  })
