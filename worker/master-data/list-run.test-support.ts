import { randomUUID } from "node:crypto"
import { Writable } from "node:stream"
import { pino } from "pino"
import { afterAll, beforeAll } from "vitest"
import { z } from "zod"
import { pool } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import type { Json } from "@/lib/domain/json"
import type { ListId } from "@/lib/domain/list-id"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { createIntegration } from "@/lib/integrations/create-integration"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueRun } from "@/lib/sync-logs/queue-run"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import {
  type MasterDataSimulator,
  startMasterDataSimulator,
} from "@/simulators/master-data/start-master-data-simulator"
import { demoS3 } from "@/simulators/s3/credentials"
import { type S3Simulator, startS3 } from "@/simulators/s3/start-s3"
import { sync } from "@/worker/tasks/sync"

/** Master data and S3 for a test file; call at its top. */
export function listServices(items = 100): { source: () => MasterDataSimulator; s3: () => S3Simulator } {
  let source: MasterDataSimulator | null = null
  let s3: S3Simulator | null = null
  beforeAll(async () => {
    source = await startMasterDataSimulator({ items })
    s3 = await startS3()
  })
  afterAll(async () => {
    await source?.stop()
    await s3?.stop()
  })
  const started = <T>(service: T | null): T => {
    if (service === null) throw new Error("The services are not started yet.")
    return service
  }
  return { source: () => started(source), s3: () => started(s3) }
}

type Making = {
  source: MasterDataSimulator
  s3: S3Simulator
  list?: ListId
  settings?: Record<string, Json>
  credentials?: Record<string, string>
  tenant?: Tenant
  check?: boolean
}

/** A tenant with an integration that publishes a list to an object of its own. */
export async function makeList({ source, s3, list = "ineligible-items", ...over }: Making) {
  const tenant = over.tenant ?? (await makeTenant())
  const fileName = `list-${randomUUID()}`
  const { tenantId, clientId, clientSecret, subscriptionKey } = source.credentials
  const input = integrationInput.parse({
    provider: "master-data",
    name: "Master data",
    settings: {
      list,
      endpoint: source.url,
      authority: source.url,
      bucket: demoS3.bucket,
      s3Endpoint: s3.url,
      fileName,
      ...over.settings,
    },
    credentials: {
      tenantId,
      clientId,
      clientSecret,
      subscriptionKey,
      accessKeyId: demoS3.accessKeyId,
      secretAccessKey: demoS3.secretAccessKey,
      ...over.credentials,
    },
  })
  const connecting = { check: over.check ?? true, providers: registry, catalog, now: new Date() }
  const { id } = await createIntegration(tenant.admin, input, connecting)
  const key = `${over.settings?.schema ?? "cache"}/${over.settings?.fileName ?? fileName}.json`
  return { tenant, integrationId: id, key, accountId: tenant.accountId }
}

export type TestList = Awaited<ReturnType<typeof makeList>>

const line = z.looseObject({ level: z.string(), msg: z.string() })
type Line = z.infer<typeof line>

type Running = { trigger?: SyncTrigger; mode?: "sync" | "preview"; signal?: AbortSignal }

/** Runs a sync to its end as the worker does, and gives its row and the lines that it logged. */
export async function runList({ accountId, integrationId }: TestList, running: Running = {}) {
  const { trigger = "manual", mode = "sync" } = running
  const run = { accountId, integrationId, trigger, mode, triggeredById: null }
  const { id } = await queueRun(pool(), run)
  return carryOut(id, running.signal)
}

/** Carries out a run that is queued. */
export async function carryOut(syncLogId: string, signal = new AbortController().signal) {
  const lines: Line[] = []
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      for (const text of String(chunk).trim().split("\n")) lines.push(line.parse(JSON.parse(text)))
      done()
    },
  })
  const log = pino({ level: "info", formatters: { level: (label) => ({ level: label }) } }, sink)
  await sync({ pool: pool(), syncLogId, workerId: `worker-${randomUUID()}`, signal, log })
  const { rows } = await pool().query("select * from sync_logs where id = $1", [syncLogId])
  const said = (msg: string) => lines.find((one) => one.msg.startsWith(msg)) ?? null
  return { run: rows[0], lines, said, messages: lines.map(({ msg }) => msg) }
}

/** The versions that an integration published, oldest first. */
export async function versionsOf({ integrationId }: TestList) {
  const { rows } = await pool().query(
    "select * from published_lists where integration_id = $1 and version is not null order by version",
    [integrationId],
  )
  return rows
}
