import { describe, expect, it } from "vitest"
import type { Json } from "@/lib/domain/json"
import { mapPage } from "./map-page"
import type { AddigySettings } from "./settings"

const v2: AddigySettings = { apiVersion: "v2", policyId: null, baseUrl: null }
const v1: AddigySettings = { ...v2, apiVersion: "v1" }

/** A v2 item with these facts. */
function item(facts: Record<string, Json>, more: Record<string, Json> = {}): Json {
  const described = Object.entries(facts).map(([id, value]) => [id, { type: "string", value, error_msg: "" }])
  return { agentid: "agent-1", orgid: "org", facts: Object.fromEntries(described), ...more }
}

const fieldsOf = (facts: Record<string, Json>) =>
  mapPage([item({ serial_number: "C02", ...facts })], v2).records[0]?.fields

describe("S0-FETCH what Addigy's facts become", () => {
  it("maps a v2 Mac", () => {
    const mac = item(
      {
        serial_number: " C02TEST00001 ",
        device_name: "ops-mbp-01",
        device_model_name: "MacBook Air",
        hardware_model: "MacBookAir10,1",
        current_user: "rivera",
        os_version: "14.5",
        online: true,
        last_online: "2026-02-03T10:11:12.5Z",
        policy_ids: ["p2", "p1"],
        total_memory_gb: 16,
        filevault_enabled: true,
        uptime_days: 12,
        filevault_recovery_key: "SECRET",
      },
      { audit_date: "2026-02-03T10:15:00.1Z" },
    )
    expect(mapPage([mac], v2)).toEqual({
      records: [
        {
          externalId: "agent-1",
          sourceVersion: null,
          fields: {
            name: "ops-mbp-01",
            serialNumber: "C02TEST00001",
            model: "MacBook Air",
            modelIdentifier: "MacBookAir10,1",
            type: "macbook",
            kind: "standard",
            assignedTo: "rivera",
            osVersion: "14.5",
          },
          attributes: { filevault_enabled: true, policy_ids: ["p1", "p2"], total_memory_gb: 16 },
          state: { connectionState: "connected", lastActivityAt: "2026-02-03T10:11:12.500Z" },
        },
      ],
      rejects: [],
      skipped: 0,
    })
  })

  it("maps a v1 iPad, whose facts are mostly null, to the same words", () => {
    const ipad = {
      agentid: "agent-2",
      policy_id: "p1",
      "Policy ID": "p1",
      "Serial Number": "DMQTEST00002",
      "Device Name": "Front desk iPad",
      "Device Model Name": "iPad",
      "Hardware Model": "iPad8,3",
      "OS Version": "15.1",
      "System Version": "iOS 15.1 (19B74)",
      "Total Memory (GB)": 4,
      "Current User": null,
      Online: null,
      "Last Online": null,
      "MAC OS X Version": null,
      last_online: 1770113472,
    }
    expect(mapPage([ipad], v1).records[0]).toEqual({
      externalId: "agent-2",
      sourceVersion: null,
      fields: {
        name: "Front desk iPad",
        serialNumber: "DMQTEST00002",
        model: "iPad",
        modelIdentifier: "iPad8,3",
        type: "ipad",
        kind: "standard",
        assignedTo: null,
        osVersion: "15.1",
      },
      attributes: { policy_id: "p1", system_version: "iOS 15.1 (19B74)", total_memory_gb: 4 },
      state: { connectionState: "unknown", lastActivityAt: "2026-02-03T10:11:12.000Z" },
    })
  })

  it("falls back from fact to fact", () => {
    expect(fieldsOf({ host_name: "h", localhost_name: "l" })?.name).toBe("h")
    expect(fieldsOf({ device_name: "n/a", localhost_name: "l" })?.name).toBe("l")
    expect(fieldsOf({})?.name).toBe("C02")
    expect(fieldsOf({ product_name: "Mac14,2" })).toMatchObject({
      model: "Mac14,2",
      modelIdentifier: "Mac14,2",
      type: "mac",
    })
    expect(fieldsOf({ hardware_model: "Macmini9,1" })).toMatchObject({ model: "Macmini9,1", type: "desktop" })
    expect(fieldsOf({ mac_os_x_version: "13.1" })).toMatchObject({
      model: null,
      type: "mac",
      osVersion: "13.1",
    })
  })

  it.each(["root", "_mbsetupuser", "loginwindow", "Root", "", "n/a"])(
    "takes the console account %j for nobody",
    (current_user) => {
      expect(fieldsOf({ current_user })?.assignedTo).toBeNull()
    },
  )

  it("takes v1's identity user when nobody is at the console, and newer labels", () => {
    const mac = {
      agentid: "a",
      "Serial Number": "C1",
      "Current User": "root",
      "Identity Username": "ana",
      "macOS Version": "15.0",
      "Enrolled Via ADE": true,
    }
    expect(mapPage([mac], v1).records[0]).toMatchObject({
      fields: { assignedTo: "ana", osVersion: "15.0", type: "mac" },
      attributes: { enrolled_via_dep: true },
    })
  })

  it("takes the last activity from MDM, then from the audit", () => {
    const stateOf = (facts: Record<string, Json>, more = {}) =>
      mapPage([item({ serial_number: "C", ...facts }, more)], v2).records[0]?.state
    expect(stateOf({ mdm_last_connected: "2026-02-03T10:11:12Z" })?.lastActivityAt).toBe(
      "2026-02-03T10:11:12.000Z",
    )
    expect(stateOf({ online: false }, { audit_date: "2026-02-03T10:11:12Z" })).toEqual({
      connectionState: "disconnected",
      lastActivityAt: "2026-02-03T10:11:12.000Z",
    })
    expect(stateOf({ last_online: "never" })).toEqual({ connectionState: "unknown", lastActivityAt: null })
  })
})

describe("S3-ISOLATE what cannot be taken", () => {
  it.each([
    [item({ device_name: "x" }), "no_serial", "facts.serial_number"],
    [item({ serial_number: "  " }), "no_serial", "facts.serial_number"],
    [item({ serial_number: "N/A" }), "no_serial", "facts.serial_number"],
    [item({ serial_number: "C02" }, { agentid: null }), "no_external_id", "agentid"],
    [item({ serial_number: "C02" }, { agentid: "x".repeat(513) }), "invalid", "agentid"],
    [item({ serial_number: "C".repeat(257) }), "invalid", "facts.serial_number"],
    [item({ serial_number: "C02", host_name: "x".repeat(1025) }), "invalid", "facts.host_name"],
    [item({ serial_number: "C02", current_user: "x".repeat(513) }), "invalid", "facts.current_user"],
    [{ agentid: "a", facts: null }, "invalid", "facts"],
    [{ agentid: "a" }, "invalid", "facts"],
    [null, "invalid", null],
    ["text", "invalid", null],
    [[], "invalid", null],
  ])("rejects %j as %s at %s", (bad, reason, path) => {
    const { records, rejects } = mapPage([bad, item({ serial_number: "GOOD" })], v2)
    expect(records.map(({ fields }) => fields.serialNumber)).toEqual(["GOOD"])
    expect(rejects).toMatchObject([{ reason, path }])
    expect(rejects[0]?.message.length).toBeGreaterThan(20)
  })

  it("names a v1 fact by its label", () => {
    const device = { agentid: "a", "Serial Number": "C1", "Device Name": "x".repeat(10_000) }
    expect(mapPage([device], v1).rejects[0]).toMatchObject({
      reason: "invalid",
      path: "Device Name",
      message: "Device Name has 10,000 characters; Rollcall takes at most 512. Shorten it in Addigy.",
    })
  })
})

describe("S0-FETCH only the policy's devices", () => {
  const only = (settings: AddigySettings, items: Json[]) => mapPage(items, { ...settings, policyId: "P1" })

  it("believes policy_ids, then policy_id, and counts the rest as skipped", () => {
    const page = only(v2, [
      item({ serial_number: "A", policy_ids: ["p1", "p9"], policy_id: "p9" }),
      item({ serial_number: "B", policy_ids: ["p2"], policy_id: "p1" }),
      item({ serial_number: "C", policy_ids: [], policy_id: "p1" }),
      item({ serial_number: "D", policy_id: "p2" }),
      item({ policy_id: "p2" }),
    ])
    expect(page.records.map(({ fields }) => fields.serialNumber)).toEqual(["A", "C"])
    expect([page.skipped, page.rejects]).toEqual([3, []])
  })

  it("leaves out, and reports, a v2 device that says nothing of policies", () => {
    expect(only(v2, [item({ serial_number: "A" })])).toMatchObject({
      records: [],
      rejects: [{ reason: "other_scope" }],
    })
  })

  it("takes such a v1 device, for v1 lists a policy's devices by themselves", () => {
    expect(only(v1, [{ agentid: "a", "Serial Number": "A" }]).records).toHaveLength(1)
    expect(only(v1, [{ agentid: "a", "Serial Number": "A", "Policy IDs": ["p2"] }])).toMatchObject({
      records: [],
      skipped: 1,
    })
  })
})
