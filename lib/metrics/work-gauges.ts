import { Gauge, Registry } from "prom-client"
import type { Work } from "./read-work"

/** What there is to do as gauges of their own registry, so that what is gone does not linger; null while it cannot be read. */
export function workGauges(work: Work | null): Registry {
  const registry = new Registry()
  const gauge = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Gauge({ name: `rollcall_${name}`, help, labelNames, registers: [registry] })
  gauge("database_up", "1 while the database answers this process.").set(work === null ? 0 : 1)
  if (work === null) return registry
  const jobs = gauge("queue_jobs", "Jobs by task and state: ready, later, running, failed.", [
    "task",
    "state",
  ])
  const lag = gauge("queue_lag_seconds", "How long the oldest job of a task that is due has waited.", [
    "task",
  ])
  for (const { task, lagSeconds, ...states } of work.queue) {
    lag.set({ task }, lagSeconds)
    for (const [state, count] of Object.entries(states)) jobs.set({ task, state }, count)
  }
  const live = gauge("runs_live", "Runs that wait or are under way.", ["provider", "status"])
  const age = gauge("runs_live_oldest_seconds", "Age of the oldest of them.", ["provider", "status"])
  for (const { provider, status, runs, oldestSeconds } of work.live) {
    live.set({ provider, status }, runs)
    age.set({ provider, status }, oldestSeconds)
  }
  const known = gauge("integrations", "Integrations by provider.", ["provider"])
  const failing = gauge("integrations_failing", "Integrations whose last run failed.", ["provider"])
  for (const { provider, ...counts } of work.integrations) {
    known.set({ provider }, counts.known)
    failing.set({ provider }, counts.failing)
  }
  const states = gauge("lists", "Lists by state: connected, published, held.", ["list", "state"])
  const items = gauge("list_items_min", "Items of the smallest list that is published.", ["list"])
  const listAge = gauge(
    "list_age_seconds",
    "How long ago a run last found a list with a schedule to be as master data has it; of the oldest.",
    ["list"],
  )
  const failures = gauge("list_failures_in_row", "How often in a row the runs of a list have failed.", [
    "list",
  ])
  for (const { list, fewestItems, ageSeconds, failuresInRow, ...counts } of work.lists) {
    for (const [state, count] of Object.entries(counts)) states.set({ list, state }, count)
    if (fewestItems !== null) items.set({ list }, fewestItems)
    if (ageSeconds !== null) listAge.set({ list }, ageSeconds)
    failures.set({ list }, failuresInRow)
  }
  if (work.rest === null) return registry
  const { rest } = work
  gauge("schedule_lag_seconds", "How far the dispatcher is behind its plan.").set(rest.scheduleLagSeconds)
  gauge("holds_open", "Removals, in batches, and lists that wait for an admin.").set(rest.openHolds)
  const waiting = gauge("outbox_waiting", "Messages that were not sent yet.", ["channel"])
  const oldest = gauge("outbox_oldest_seconds", "Age of the oldest message not sent yet.", ["channel"])
  waiting.set({ channel: "email" }, rest.emails)
  oldest.set({ channel: "email" }, rest.oldestEmailSeconds)
  waiting.set({ channel: "webhook" }, rest.webhooks)
  oldest.set({ channel: "webhook" }, rest.oldestWebhookSeconds)
  const seen = gauge(
    "worker_seen_timestamp_seconds",
    "When the crontab of any worker last ticked; 0 for never.",
  )
  seen.set(rest.workerSeenAt ?? 0)
  return registry
}
