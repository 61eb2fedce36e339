import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { prisma } from "@/lib/db/client"
import { newIntegration, parts, readDevices, record, type Script, sync } from "@/lib/sync/engine.test-support"
import { runSync } from "@/lib/sync/run-sync"
import { testDatabase } from "@/lib/tooling/test-database"
import { rollcall } from "./rollcall.test-support"

testDatabase()

/** Stands in for the worker: carries out the next run of an integration that is queued. */
async function workOn(integrationId: string, script: Script): Promise<void> {
  for (;;) {
    const waiting = await prisma().syncLog.findFirst({ where: { integrationId, status: "PENDING" } })
    if (waiting !== null) return void (await runSync(parts(script), waiting.id, new AbortController().signal))
    await sleep(50)
  }
}

test("N-PLAN preview --wait prints each change field by field, and apply carries out that plan", async () => {
  const at = await newIntegration()
  await sync(at, { records: [record(0), record(1)] })
  const esc = String.fromCharCode(27)
  const changed = { ...record(1, { name: `Re${esc}[2Jnamed` }), attributes: { filevault: false } }
  const [previewed] = await Promise.all([
    rollcall(["preview", at.integrationId, "--wait"]),
    workOn(at.integrationId, { records: [record(0), changed, record("new", { name: "Brand new" })] }),
  ])
  expect(previewed).toMatchObject({ code: 0, stderr: "" })
  const [id, ending, ...plan] = previewed.stdout.trim().split("\n")
  expect(ending).toContain("SUCCESS, 1 created, 1 updated, 1 unchanged")
  expect(plan.slice(0, 4)).toEqual([
    "create    Brand new (C02new, agent-new)",
    '          kind: none → "standard"',
    '          name: none → "Brand new"',
    '          type: none → "macbook"',
  ])
  expect(plan.slice(-4)).toEqual([
    "update    Mac 1 (C021, agent-1)",
    '          name: "Mac 1" → "Re\\u001b[2Jnamed"',
    "          attributes.filevault: true → false",
    `Carry it out with: npm run rollcall -- apply ${id}`,
  ])
  expect(await readDevices(at.accountId)).toHaveLength(2)
  const [applied] = await Promise.all([
    rollcall(["apply", id ?? "", "--wait"]),
    workOn(at.integrationId, { records: [] }),
  ])
  expect(applied).toMatchObject({ code: 0, stderr: "" })
  expect(applied.stdout).toContain("SUCCESS, 1 created, 1 updated")
  expect(await readDevices(at.accountId)).toHaveLength(3)
  const again = await rollcall(["apply", id ?? ""])
  expect(again).toMatchObject({ code: 1, stdout: "" })
  expect(again.stderr).toContain("This plan is carried out by run")
})

test("N-PLAN more than fifty changes are cut short, and an unchanged fleet says so", async () => {
  const at = await newIntegration()
  const records = Array.from({ length: 60 }, (_, n) => record(n))
  const preview = async () => {
    const [{ stdout }] = await Promise.all([
      rollcall(["preview", at.integrationId, "--wait"]),
      workOn(at.integrationId, { records }),
    ])
    return stdout
  }
  const long = await preview()
  expect(long.match(/^create /gm)).toHaveLength(50)
  expect(long).toContain("… and more; all of them: GET /api/sync-logs/")
  await sync(at, { records })
  expect(await preview()).toContain("Nothing would change.")
})

test("O-CLI a sync is not taken for the preview that is in progress, and apply wants the id of one", async () => {
  const at = await newIntegration()
  const first = await rollcall(["preview", at.integrationId])
  expect((await rollcall(["preview", at.integrationId])).stdout).toBe(first.stdout)
  const sync = await rollcall(["sync", at.integrationId])
  expect(sync).toMatchObject({ code: 1, stdout: "" })
  expect(sync.stderr).toContain("Another run of this integration is in progress")
  expect(await rollcall(["apply"])).toMatchObject({ code: 2 })
  expect(await rollcall(["apply", "not-an-id"])).toMatchObject({ code: 2 })
  const unknown = await rollcall(["apply", "00000000-0000-7000-8000-000000000000"])
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("There is no run with the id") })
  expect((await rollcall(["apply", first.stdout.trim()])).stderr).toContain("still in progress")
})
