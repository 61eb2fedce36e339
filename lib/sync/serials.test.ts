import { expect, test } from "vitest"
import { newIntegration, readDevices, record, sync } from "@/lib/sync/engine.test-support"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()

const give = (agent: string, serial: string) =>
  record(agent, { serialNumber: serial, name: `${agent} ${serial}` })

/** Serials of the account's active devices with the records that speak of them. */
async function fleet(accountId: string) {
  const devices = await readDevices(accountId)
  return devices
    .filter(({ status }) => status === "active")
    .map(({ serial_number, name }) => [serial_number, name])
}

test("N-IDENTITY two agents that swap their serials keep their devices, each with the other's serial", async () => {
  const at = await newIntegration()
  await sync(at, { records: [give("a", "X"), give("b", "Y")] })
  const run = await sync(at, { records: [give("a", "Y"), give("b", "X")] })
  expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 0, updated: 2, conflicts: 0 } })
  expect(await fleet(at.accountId)).toEqual([
    ["X", "b X"],
    ["Y", "a Y"],
  ])
})

test("N-IDENTITY serials passed round three agents and on to a new one end where the source says", async () => {
  const at = await newIntegration()
  await sync(at, { records: [give("a", "X"), give("b", "Y"), give("c", "Z")] })
  const run = await sync(at, {
    records: [give("a", "Y"), give("b", "Z"), give("c", "W"), give("d", "X")],
  })
  expect(run).toMatchObject({ status: "SUCCESS", counts: { created: 1, updated: 3, conflicts: 0 } })
  expect(await fleet(at.accountId)).toEqual([
    ["W", "c W"],
    ["X", "d X"],
    ["Y", "a Y"],
    ["Z", "b Z"],
  ])
})

test("N-IDENTITY a record that gave a wrong serial once leaves the device it joined as soon as it gives its own", async () => {
  const at = await newIntegration()
  await sync(at, { records: [give("a", "X")] })
  const wrong = await sync(at, { records: [give("a", "X"), give("b", "X")] })
  expect(wrong).toMatchObject({ status: "PARTIAL", counts: { conflicts: 1 } })
  const right = await sync(at, { records: [give("a", "X"), give("b", "Y")] })
  expect(right).toMatchObject({ status: "SUCCESS", counts: { created: 1, updated: 0, conflicts: 0 } })
  expect(await fleet(at.accountId)).toEqual([
    ["X", "a X"],
    ["Y", "b Y"],
  ])
  expect(await sync(at, { records: [give("a", "X"), give("b", "Y")] })).toMatchObject({
    counts: { created: 0, updated: 0, unchanged: 2 },
  })
})

test("N-IDENTITY a record that leaves a shared device joins the one that has its serial already", async () => {
  const at = await newIntegration()
  const other = await newIntegration(at.accountId)
  await sync(other, { records: [give("jamf", "Y")] })
  await sync(at, { records: [give("a", "X"), give("b", "X")] })
  await sync(at, { records: [give("a", "X"), give("b", "Y")] })
  expect(await fleet(at.accountId)).toEqual([
    ["X", "a X"],
    ["Y", "jamf Y"],
  ])
})

test("N-IDENTITY a device refused a serial that another has takes it once the other lets go", async () => {
  const at = await newIntegration()
  const other = await newIntegration(at.accountId)
  await sync(other, { records: [give("jamf", "Y")] })
  await sync(at, { records: [give("a", "X")] })
  await sync(at, { records: [give("a", "Y")] })
  expect((await fleet(at.accountId)).map(([serial]) => serial)).toEqual(["X", "Y"])
  await sync(other, { records: [give("jamf", "Z")] })
  await sync(at, { records: [give("a", "Y")] })
  expect(await fleet(at.accountId)).toEqual([
    ["Y", "a Y"],
    ["Z", "jamf Z"],
  ])
})

test("N-IDENTITY two records of one device that give another serial in one run keep it between them", async () => {
  const at = await newIntegration()
  await sync(at, { records: [give("a", "X"), give("b", "X")] })
  const [before] = await readDevices(at.accountId)
  const run = await sync(at, { records: [give("a", "Y"), give("b", "Y")] })
  expect(run.counts).toMatchObject({ created: 0, updated: 2 })
  expect(await readDevices(at.accountId)).toMatchObject([
    { id: before.id, serial_number: "Y", status: "active" },
  ])
})

test("N-IDENTITY of two records of one device that go apart the older keeps it, and no device is left without a record", async () => {
  const at = await newIntegration()
  await sync(at, { records: [give("a", "X")] })
  await sync(at, { records: [give("a", "X"), give("b", "X")] })
  await sync(at, { records: [give("a", "Y"), give("b", "Z")] })
  expect(await fleet(at.accountId)).toEqual([
    ["Y", "a Y"],
    ["Z", "b Z"],
  ])
  const devices = await readDevices(at.accountId)
  expect(devices).toHaveLength(2)
})

test("N-IDENTITY a record that returns with another serial leaves the device to the record that vouches for it", async () => {
  const at = await newIntegration()
  const other = await newIntegration(at.accountId)
  await sync(at, { records: [give("a", "X"), give("z", "Z")] })
  await sync(other, { records: [give("jamf", "X")] })
  for (const _ of [1, 2]) await sync(at, { records: [give("z", "Z")] })
  await sync(at, { records: [give("a", "Y"), give("z", "Z")] })
  expect(await fleet(at.accountId)).toEqual([
    ["X", "jamf X"],
    ["Y", "a Y"],
    ["Z", "z Z"],
  ])
})

test("N-IDENTITY a placeholder of the older record does not take a device's serial away", async () => {
  const at = await newIntegration()
  const other = await newIntegration(at.accountId)
  await sync(at, { records: [give("a", "X")] })
  await sync(other, { records: [give("jamf", "X")] })
  await sync(at, { records: [give("a", "To be filled by O.E.M.")] })
  const [device] = await readDevices(at.accountId)
  expect(device).toMatchObject({ serial_number: "X", serial_key: "X", name: "a To be filled by O.E.M." })
})

test("N-IDENTITY two records of one device take the serial together that another gives up in the same run", async () => {
  const at = await newIntegration()
  await sync(at, { records: [give("a", "X"), give("c", "Y")] })
  await sync(at, { records: [give("a", "X"), give("b", "X"), give("c", "Y")] })
  await sync(at, { records: [give("a", "Y"), give("b", "Y"), give("c", "X")] })
  expect(await fleet(at.accountId)).toEqual([
    ["X", "c X"],
    ["Y", "a Y"],
  ])
  expect(await readDevices(at.accountId)).toHaveLength(2)
})
