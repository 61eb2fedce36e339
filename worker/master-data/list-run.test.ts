import { hash } from "node:crypto"
import { beforeEach, describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { carryOut, listServices, makeList, runList, type TestList, versionsOf } from "./list-run.test-support"

testDatabase()
const { source, s3 } = listServices(100)

let list: TestList
beforeEach(async () => {
  source().control({ reset: true })
  s3().fail([])
  list = await makeList({ source: source(), s3: s3() })
})

const rule = (country_of_origin: string, commodity_code: string) => ({
  country_of_origin,
  commodity_code,
  type_of_treatment: null,
})
const stored = async () => JSON.parse((await s3().read(list.key))?.body ?? "null")
const ok = "Successfully completed MDM to S3 synchronization"
const failed = "Failed to synchronize MDM to S3 - existing S3 data remains unchanged"

describe("S1-SYNC what a run publishes", () => {
  test("S1-SYNC the list is put to S3 without ids, with its type and checksum, and told with every field", async () => {
    const { run, said, messages } = await runList(list)
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 100, removed: 0, held: 0 } })
    const object = await s3().read(list.key)
    const items = JSON.parse(object?.body ?? "")
    expect(items).toHaveLength(100)
    expect(Object.keys(items[0])).toEqual(["country_of_origin", "commodity_code", "type_of_treatment"])
    expect(object).toMatchObject({
      contentType: "application/json",
      sha256: hash("sha256", object?.body ?? "", "hex"),
    })
    expect(said(ok)).toMatchObject({
      success: true,
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      duration: expect.any(Number),
      itemCount: 100,
      receivedCount: 100,
      s3Location: { filename: expect.stringContaining("list-"), schema: "cache" },
      etag: object?.etag,
      runId: run.id,
    })
    expect(messages.filter((text) => !text.startsWith("run "))).toEqual([
      "Starting MDM to S3 synchronization",
      "Retrieving ineligible items from MDM",
      "Writing ineligible items to S3",
      "Updating in-memory cache with fresh data",
      ok,
    ])
    expect(await versionsOf(list)).toMatchObject([
      {
        version: 1,
        items: 100,
        received: 100,
        added: 100,
        gone: 0,
        etag: object?.etag,
        bucket: "trade-lists",
      },
    ])
  })

  test("S1-SYNC entries that say the same are published once; both numbers are told", async () => {
    source().control({ faults: [{ kind: "duplicates", count: 7 }] })
    const { run, said } = await runList(list)
    expect(await stored()).toHaveLength(100)
    expect(said(ok)).toMatchObject({ itemCount: 100, receivedCount: 107 })
    expect(run.receipt.list).toMatchObject({ duplicates: 7, received: 107, complete: true })
  })

  test("S1-GUARD what is unchanged is not put again, whatever its order", async () => {
    await runList(list)
    const before = s3().requests().PUT
    source().control({ count: 0, items: [] })
    source().control({ count: 100 })
    const { run, said } = await runList(list)
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 0, removed: 0, unchanged: 100 } })
    expect(s3().requests().PUT).toBe(before)
    expect(said(ok)).toMatchObject({
      success: true,
      published: false,
      itemCount: 100,
      etag: expect.any(String),
    })
    const [version, ...more] = await versionsOf(list)
    expect(more).toEqual([])
    expect(version.confirmed_at > version.published_at).toBe(true)
  })

  test("S1-SYNC a changed list is a new version that says what came and went", async () => {
    await runList(list)
    source().control({ removeFirst: 3 })
    const { run } = await runList(list)
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 0, removed: 3, unchanged: 97 } })
    expect(await stored()).toHaveLength(97)
    const [first, second] = await versionsOf(list)
    expect(second).toMatchObject({ version: 2, added: 0, gone: 3, base_id: first.id, base_etag: first.etag })
  })
})

describe("S1-FORMS", () => {
  test.each(["array", "object"] as const)("S1-FORMS the %s form is read", async (form) => {
    source().control({ form })
    const { run } = await runList(list)
    expect(run.status).toBe("SUCCESS")
    expect(await stored()).toHaveLength(100)
  })
})

describe("S1-GUARD what is held", () => {
  test("S1-GUARD a bad entry is counted, shown and left out; the others are published", async () => {
    source().control({ faults: [{ kind: "malformed", count: 2 }] })
    const { run } = await runList(list)
    expect(run).toMatchObject({ status: "PARTIAL", counts: { created: 98, rejected: 2 } })
    expect(await stored()).toHaveLength(98)
  })

  test.each([
    ["an empty reply", 0, "sent no items at all, but 100 are published"],
    ["a reply of 40 %", 40, "would shrink from 100 to 40 items, 40 % of what is published"],
  ])("S1-GUARD %s leaves S3 as it was and makes a hold", async (_, count, reason) => {
    await runList(list)
    const before = await s3().read(list.key)
    source().control({ count })
    const { run, said } = await runList(list)
    expect(run).toMatchObject({ status: "PARTIAL", counts: { held: 100 - count, removed: 0 } })
    expect(await s3().read(list.key)).toEqual(before)
    expect(said("MDM to S3 synchronization held")).toMatchObject({
      level: "warn",
      success: false,
      held: true,
      reason: expect.stringContaining(reason),
    })
    expect(await versionsOf(list)).toHaveLength(1)
  })

  test("S1-GUARD a list that is whole again settles the hold", async () => {
    await runList(list)
    source().control({ count: 40 })
    await runList(list)
    source().control({ count: 100 })
    expect((await runList(list)).run.status).toBe("SUCCESS")
  })

  test("S1-GUARD the very first list, if it is empty, is held too", async () => {
    source().control({ items: [] })
    expect((await runList(list)).run.status).toBe("PARTIAL")
    expect(await s3().read(list.key)).toBeNull()
  })

  test.each([
    ["an object", { somebody: "else" }],
    ["an array of other things", [{ somebody: "else" }, { orders: 3 }]],
    ["an array that only begins like one", [rule("FR", "0101"), { somebody: "else" }]],
    ["an array of nothing", [null]],
  ])("S1-GUARD what is no such list is not overwritten: %s", async (_, theirs) => {
    await s3().write(list.key, JSON.stringify(theirs))
    const { run } = await runList(list)
    expect(run.status).toBe("PARTIAL")
    expect(run.receipt.list.removals).toContain("is no such list")
    expect(await stored()).toEqual(theirs)
  })

  test("S1-GUARD a list of another kind that we published there ourselves is not overwritten either", async () => {
    await runList(list)
    const before = await s3().read(list.key)
    await pool().query(
      `update integrations set settings = settings || '{"list": "iso-codes", "path": "/trade/iso-codes"}' where id = $1`,
      [list.integrationId],
    )
    expect((await runList(list)).run).toMatchObject({ status: "PARTIAL", counts: { created: 0 } })
    expect(await s3().read(list.key)).toEqual(before)
    expect(await versionsOf(list)).toHaveLength(1)
  })

  test.each([
    ["everything, and the reply is empty", [], [], "sent no items at all, but 100 were published last"],
    ["everything, and the reply has one item", [], [rule("FR", "0101")], "from 100 to 1 items"],
    ["all but one item, and the reply has the same one", [rule("FR", "0101")], [rule("FR", "0101")], "1 %"],
  ])("S1-GUARD somebody wiped %s: held, and never taken for unchanged", async (_, left, sent, reason) => {
    await runList(list)
    await s3().write(list.key, JSON.stringify(left))
    source().control({ items: sent })
    const { run, said } = await runList(list)
    expect(run.status).toBe("PARTIAL")
    expect(said("MDM to S3 synchronization held")).toMatchObject({ reason: expect.stringContaining(reason) })
    expect(said(ok)).toBeNull()
    expect(await stored()).toEqual(left)
    expect(await versionsOf(list)).toHaveLength(1)
    source().control({ count: 100 })
    expect((await runList(list)).run.status).toBe("SUCCESS")
    expect(await stored()).toHaveLength(100)
  })

  test("S1-SYNC the same items in other bytes are put again, so that the proof is of ours", async () => {
    await runList(list)
    const ours = await s3().read(list.key)
    await s3().write(list.key, JSON.stringify(await stored(), null, 2))
    const { run, said } = await runList(list)
    expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 0, removed: 0, unchanged: 100 } })
    expect(said(ok)).toMatchObject({ published: true })
    const object = await s3().read(list.key)
    expect(object?.body).toBe(ours?.body)
    expect((await versionsOf(list)).at(-1)).toMatchObject({
      version: 2,
      etag: object?.etag,
      sha256: hash("sha256", object?.body ?? "", "hex"),
    })
  })
})

describe("S1-FAIL master data fails", () => {
  test.each([
    ["its network", { kind: "cut" }, "unreachable"],
    ["401", { kind: "status", status: 401 }, "unauthorized"],
    ["500", { kind: "status", status: 500 }, "unreachable"],
    ["no answer in time", { kind: "status", status: 408 }, "timeout"],
    ["bad JSON", { kind: "truncated" }, "bad_response"],
    ["a web page", { kind: "html" }, "bad_response"],
  ] as const)(
    "S1-FAIL by %s: S3 and what is known stay, it is told, and the next tick works",
    async (_, fault, code) => {
      await runList(list)
      const before = await s3().read(list.key)
      source().control({ count: 90, faults: [{ ...fault, on: "list" }] })
      const { run, said } = await runList(list)
      expect(run).toMatchObject({ status: "FAILED", error_code: code })
      expect(said(failed)).toMatchObject({
        level: "error",
        error: {
          message: run.error_message,
          name: "ProviderError",
          stack_trace: expect.stringContaining("at "),
        },
        timestamp: expect.any(String),
        duration: expect.any(Number),
        s3DataPreserved: true,
        cacheUnchanged: true,
      })
      expect(await s3().read(list.key)).toEqual(before)
      source().control({ faults: [] })
      expect((await runList(list, { trigger: "scheduled" })).run.status).toBe("SUCCESS")
      expect(await stored()).toHaveLength(90)
    },
  )

  test("S1-FAIL a refused client secret is told as one, and never shown", async () => {
    const wrong = await makeList({
      source: source(),
      s3: s3(),
      credentials: { clientSecret: "a-wrong-secret" },
      check: false,
    })
    const { run, lines } = await runList(wrong)
    expect(run).toMatchObject({ status: "FAILED", error_code: "unauthorized" })
    expect(run.error_message).toContain("client secret")
    expect(JSON.stringify(lines)).not.toContain("a-wrong-secret")
  })

  test("S1-FAIL a token that was revoked is fetched anew", async () => {
    await runList(list)
    source().control({ faults: [{ kind: "revoked_tokens" }] })
    expect((await runList(list)).run.status).toBe("SUCCESS")
  })
})

describe("S1-FAIL S3 fails", () => {
  test.each([
    ["500", [{ kind: "status", status: 500, on: "PUT" }], true, "unreachable"],
    ["a connection cut before", [{ kind: "cut", when: "before", on: "PUT" }], true, "unreachable"],
    [
      "a connection cut, and then no word",
      [
        { kind: "cut", when: "before", on: "PUT" },
        { kind: "cut", when: "before", on: "HEAD", after: 1 },
      ],
      "unknown",
      "unreachable",
    ],
  ] as const)("S1-FAIL by %s: told, and whether S3 is as it was", async (_, faults, preserved, code) => {
    await runList(list)
    const before = await s3().read(list.key)
    source().control({ count: 90 })
    s3().fail([...faults])
    const { run, said } = await runList(list)
    expect(run).toMatchObject({ status: "FAILED", error_code: code })
    expect(said(failed)).toMatchObject({ s3DataPreserved: preserved, cacheUnchanged: true })
    expect(await s3().read(list.key)).toEqual(before)
    expect(await versionsOf(list)).toHaveLength(1)
    s3().fail([])
    expect((await runList(list)).run.status).toBe("SUCCESS")
    expect(await stored()).toHaveLength(90)
  })

  const theirs = JSON.stringify([rule("FR", "0101")])
  test.each([
    ["cannot be read back", [{ kind: "status", status: 403, on: "HEAD", after: 1 }], "forbidden"],
    ["was overwritten at once", [{ kind: "overtaken", body: theirs, on: "HEAD", after: 1 }], "conflict"],
  ] as const)("S1-FAIL a list that S3 took and that %s is not told as preserved", async (_, faults, code) => {
    await runList(list)
    source().control({ count: 90 })
    s3().fail([...faults])
    const { run, said } = await runList(list)
    expect(run).toMatchObject({ status: "FAILED", error_code: code })
    expect(said(failed)).toMatchObject({ s3DataPreserved: "unknown" })
    expect(await versionsOf(list)).toHaveLength(1)
    s3().fail([])
    expect((await runList(list)).run.status).toBe("SUCCESS")
    expect(await versionsOf(list)).toMatchObject([{ version: 1 }, { version: 2, items: 90 }])
  })

  test("S1-FAIL a list that was put but could not be recorded is told as not preserved; the next run records it", async () => {
    await runList(list)
    source().control({ count: 90 })
    await pool().query("alter table published_lists add constraint no_more check (version < 2) not valid")
    const { run, said } = await runList(list)
    await pool().query("alter table published_lists drop constraint no_more")
    expect(run.status).toBe("FAILED")
    expect(said(failed)).toMatchObject({ s3DataPreserved: false, cacheUnchanged: true })
    const puts = s3().requests().PUT
    expect((await runList(list)).said(ok)).toMatchObject({ published: false, itemCount: 90 })
    expect(s3().requests().PUT).toBe(puts)
    expect(await versionsOf(list)).toMatchObject([{ version: 1 }, { version: 2, items: 90 }])
  })

  test("S1-FAIL an answer that is lost is no failure when the list lies there", async () => {
    s3().fail([{ kind: "cut", when: "after", on: "PUT" }])
    const { run } = await runList(list)
    expect(run.status).toBe("SUCCESS")
    expect(await versionsOf(list)).toMatchObject([{ version: 1, items: 100 }])
  })

  test("S1-FAIL refused credentials and a missing bucket say who has to act", async () => {
    const over = { source: source(), s3: s3(), check: false }
    const refused = await makeList({ ...over, credentials: { accessKeyId: "UNKNOWNKEY" } })
    expect((await runList(refused)).run).toMatchObject({ status: "FAILED", error_code: "forbidden" })
    const lost = await makeList({ ...over, settings: { bucket: "no-such-bucket" } })
    const { run } = await runList(lost)
    expect(run).toMatchObject({ status: "FAILED", error_code: "not_found" })
    expect(run.error_message).toContain("no-such-bucket")
  })
})

describe("S1-GUARD two publishers", () => {
  test("S1-GUARD somebody who writes in between is not overwritten; the next run compares anew", async () => {
    await runList(list)
    source().control({ count: 90 })
    const theirs = JSON.stringify([
      { country_of_origin: "FR", commodity_code: "0101", type_of_treatment: null },
    ])
    s3().fail([{ kind: "overtaken", body: theirs, on: "PUT", times: 1 }])
    const { run } = await runList(list)
    expect(run).toMatchObject({ status: "FAILED", error_code: "conflict" })
    expect((await s3().read(list.key))?.body).toBe(theirs)
    expect((await runList(list)).run).toMatchObject({
      status: "SUCCESS",
      counts: { created: 90, removed: 1 },
    })
  })

  test("S1-GUARD a scheduled run that lost to another publisher reads the list anew before it tries again", async () => {
    await runList(list)
    source().control({ count: 90 })
    s3().fail([{ kind: "overtaken", body: JSON.stringify([rule("FR", "0101")]), on: "PUT", times: 1 }])
    const { run } = await runList(list, { trigger: "scheduled" })
    expect(run.status).toBe("PENDING")
    source().control({ count: 95 })
    expect((await carryOut(run.id)).run).toMatchObject({ status: "SUCCESS", counts: { created: 95 } })
    expect(await stored()).toHaveLength(95)
  })

  test("S1-GUARD two integrations that publish to one place come one after the other", async () => {
    const settings = { fileName: list.key.replace("cache/", "").replace(".json", "") }
    const { bearerToken } = source().credentials
    const other = await makeList({ source: source(), s3: s3(), settings, credentials: { bearerToken } })
    const both = await Promise.all([runList(list), runList(other)])
    expect(both.map(({ run }) => run.status)).toEqual(["SUCCESS", "SUCCESS"])
    expect(await stored()).toHaveLength(100)
    // Who came second found it there; without waiting both would have put it
    expect(both.filter(({ said }) => said("Writing ineligible items to S3") !== null)).toHaveLength(1)
    expect([...(await versionsOf(list)), ...(await versionsOf(other))]).toHaveLength(2)
  })
})

test("S1-MORE ISO codes are published by the same way: a list is a small data file", async () => {
  const iso = await makeList({ source: source(), s3: s3(), list: "iso-codes" })
  const { run, messages } = await runList(iso)
  expect(run.status).toBe("SUCCESS")
  expect(messages).toContain("Retrieving ISO codes from MDM")
  expect(messages).toContain("Writing ISO codes to S3")
  expect(messages.join()).not.toContain("ineligible")
  const codes = JSON.parse((await s3().read(iso.key))?.body ?? "")
  expect(codes).toEqual(expect.arrayContaining(["AD", "AE", "GB", "X"]))
  expect(codes).not.toContain(null)
  expect(new Set(codes).size).toBe(codes.length)
})

test("S1-GUARD an array of nothing where ISO codes belong is no empty list of them, and not overwritten", async () => {
  const iso = await makeList({ source: source(), s3: s3(), list: "iso-codes" })
  await s3().write(iso.key, "[null,null]")
  expect((await runList(iso)).run.status).toBe("PARTIAL")
  expect((await s3().read(iso.key))?.body).toBe("[null,null]")
})
