import { parseArgs } from "node:util"
import { pool, prisma } from "@/lib/db/client"
import { pendingMigrations } from "@/lib/db/pending-migrations"
import { env } from "@/lib/env"
import { encryptionKeyIds } from "@/lib/secrets"
import { openMailer } from "@/worker/emails/open-mailer"
import { whyNotSent } from "@/worker/emails/why-not-sent"
import type { Command } from "./command"
import { lastWorkerTick } from "./store"
import { withDatabase } from "./with-database"

export const doctor: Command = {
  name: "doctor",
  usage: "",
  summary:
    "Looks at the database, its migrations, the keys, the worker and the mail, and says what is wrong.",
  run: async (args) => {
    parseArgs({ args, options: {} })
    console.log(`ok    Node ${process.versions.node}`)
    await withDatabase(examine, { migrate: false })
  },
}

async function examine(): Promise<void> {
  for (const [name, look] of Object.entries(examinations)) {
    const { ok, finding } = await look().catch((error: unknown) => ({ ok: false, finding: wordsOf(error) }))
    console.log(`${ok ? "ok  " : "BAD "}  ${name}: ${finding}`)
    if (!ok) process.exitCode = 1
  }
}

type Finding = { ok: boolean; finding: string }

const examinations: Record<string, () => Promise<Finding>> = { database, migrations, keys, worker, mail }

async function database(): Promise<Finding> {
  const { rows } = await pool().query<{ server_version: string }>("show server_version")
  const version = rows[0]?.server_version ?? "unknown"
  const ok = Number.parseInt(version, 10) >= 15
  return {
    ok,
    finding: ok ? `Postgres ${version}` : `Postgres ${version} is too old; Rollcall needs 15 or newer`,
  }
}

async function migrations(): Promise<Finding> {
  const pending = await pendingMigrations(pool())
  if (pending.length === 0) return { ok: true, finding: "all applied" }
  return { ok: false, finding: `${pending.join(", ")} not applied; npm start and npm run worker apply them` }
}

async function keys(): Promise<Finding> {
  const ids = encryptionKeyIds()
  const used = await prisma().integration.groupBy({ by: ["credentialsKeyId"], where: { deletedAt: null } })
  const signing = await prisma().webhookEndpoint.groupBy({ by: ["secretKeyId"] })
  const wanted = new Set([
    ...used.flatMap(({ credentialsKeyId: id }) => (id === null ? [] : [id])),
    ...signing.map(({ secretKeyId: id }) => id),
  ])
  const missing = [...wanted].filter((id) => !ids.includes(id))
  if (missing.length === 0)
    return { ok: true, finding: `${ids.length} known, new credentials use "${ids[0]}"` }
  const finding = `stored credentials or webhook secrets need ${missing.join(", ")}, which ROLLCALL_ENCRYPTION_KEYS lacks`
  return { ok: false, finding }
}

async function worker(): Promise<Finding> {
  const { rows } = await pool().query<{ at: Date | null }>(lastWorkerTick)
  const at = rows[0]?.at ?? null
  if (at === null) return { ok: false, finding: "none was seen yet; start one with npm run worker" }
  const seconds = Math.round((Date.now() - at.getTime()) / 1000)
  if (seconds <= 75) return { ok: true, finding: `seen ${seconds} s ago` }
  return { ok: false, finding: `last seen ${at.toISOString()}; start one with npm run worker` }
}

async function mail(): Promise<Finding> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL === undefined) return { ok: true, finding: "not set up; nothing is e-mailed without SMTP_URL" }
  const { host } = new URL(SMTP_URL)
  const mailer = openMailer(SMTP_URL)
  try {
    await mailer.verify()
  } catch (error) {
    return { ok: false, finding: whyNotSent(error) }
  } finally {
    mailer.close()
  }
  const { _count: waiting, _min } = await prisma().email.aggregate({
    where: { status: "pending" },
    _count: true,
    _min: { createdAt: true },
  })
  if (waiting === 0) return { ok: true, finding: `from ${MAIL_FROM} through ${host}, nothing waits` }
  const since = _min.createdAt?.toISOString() ?? "unknown"
  return {
    ok: Date.now() - Date.parse(since) < 3_600_000,
    finding: `${waiting} e-mails wait, since ${since}`,
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error
    ? error.message || ("code" in error ? String(error.code) : error.name)
    : String(error)
