import { AsyncLocalStorage } from "node:async_hooks"
import { subscribe } from "node:diagnostics_channel"
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client"
import { providerCall, providerCallChannel } from "@/lib/domain/provider-call"
import type { ProviderId } from "@/lib/domain/provider-id"

type ProcessMetrics = ReturnType<typeof openMetrics>

const holder: typeof globalThis & { rollcallMetrics?: ProcessMetrics } = globalThis

/** What this process has counted since it started; one set, however often Next loads this module. */
export function processMetrics(): ProcessMetrics {
  holder.rollcallMetrics ??= openMetrics()
  return holder.rollcallMetrics
}

/** Seconds; from a quick page to a first read of a large fleet. */
const runBuckets = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

function openMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counted = {
    registry,
    /** Whom the calls are made to that the code within makes. */
    calling: new AsyncLocalStorage<ProviderId>(),
    runs: new Counter({
      name: "rollcall_runs_total",
      help: "Runs that ended in this process, by provider, mode and status.",
      labelNames: ["provider", "mode", "status"],
      registers,
    }),
    runSeconds: new Histogram({
      name: "rollcall_run_duration_seconds",
      help: "How long the runs that ended in this process took, from being taken up for the last time.",
      labelNames: ["provider", "mode"],
      buckets: runBuckets,
      registers,
    }),
    records: new Counter({
      name: "rollcall_records_total",
      help: "Records of the runs that ended in this process, by what became of them.",
      labelNames: ["provider", "mode", "outcome"],
      registers,
    }),
    lists: new Counter({
      name: "rollcall_list_runs_total",
      help: 'What became of lists to be published, by list: published, unchanged, held, planned, failed; list is "unknown" where a run failed before it knew.',
      labelNames: ["list", "outcome"],
      registers,
    }),
    calls: new Counter({
      name: "rollcall_provider_calls_total",
      help: 'Requests to providers, every try counted; outcome is "ok" or the code of the error.',
      labelNames: ["provider", "outcome"],
      registers,
    }),
    callSeconds: new Histogram({
      name: "rollcall_provider_call_duration_seconds",
      help: "How long requests to providers took, with their replies.",
      labelNames: ["provider"],
      buckets: callBuckets,
      registers,
    }),
  }
  subscribe(providerCallChannel, (message) => {
    const { seconds, error } = providerCall.parse(message)
    const provider = counted.calling.getStore() ?? "unknown"
    counted.calls.inc({ provider, outcome: error ?? "ok" })
    counted.callSeconds.observe({ provider }, seconds)
  })
  return counted
}
