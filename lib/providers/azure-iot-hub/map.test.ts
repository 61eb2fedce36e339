import { describe, expect, it } from "vitest"
import { sourceRecord } from "@/lib/domain/session"
import { mapPage, mapStoredPage } from "./map-page"
import { openModuleBook } from "./module-book"
import type { JsonObject } from "./read-value"
import { azureSettings } from "./settings"

const plain = azureSettings.parse({})
const lora = azureSettings.parse({ lora: true })

/** The sample twin of the provider facts, with what a test changes. */
const twin = (over: JsonObject = {}): JsonObject => ({
  deviceId: "press-07",
  etag: "AAAAAAAAAAM=",
  deviceEtag: "NzE4ODI2MTA5",
  status: "enabled",
  statusReason: null,
  statusUpdateTime: "0001-01-01T00:00:00Z",
  connectionState: "Disconnected",
  lastActivityTime: "2026-03-02T08:15:30.1234567Z",
  authenticationType: "sas",
  x509Thumbprint: { primaryThumbprint: null, secondaryThumbprint: null },
  version: 7,
  capabilities: { iotEdge: false },
  tags: { deviceName: "Press 7", modelId: "mdl-press", site: "lyon", place: { hall: 3 } },
  properties: {
    desired: { interval: 30, $metadata: { $lastUpdated: "2026-03-01T10:00:00Z" }, $version: 3 },
    reported: { fw: "2.1", $metadata: {}, $version: 4 },
  },
  ...over,
})

const map = (item: JsonObject, settings = plain) => mapPage([item], settings, () => null)
const only = (item: JsonObject, settings = plain) => map(item, settings).records[0]

describe("S3-AZURE-DEVICES what a twin becomes", () => {
  it("maps a device with its tags and desired properties, reported ones left out", () => {
    const record = only(twin())
    expect(sourceRecord.safeParse(record).error).toBeUndefined()
    expect(record).toEqual({
      externalId: "press-07",
      sourceVersion: 7,
      identity: expect.stringMatching(/^[0-9a-f]{32}$/),
      fields: {
        name: "Press 7",
        serialNumber: null,
        model: "mdl-press",
        modelIdentifier: null,
        type: "unknown",
        kind: "standard",
        assignedTo: null,
        osVersion: null,
      },
      attributes: {
        status: "enabled",
        authenticationType: "sas",
        "tags.site": "lyon",
        "tags.place": { hall: 3 },
        "desired.interval": 30,
      },
      state: { connectionState: "disconnected", lastActivityAt: "2026-03-02T08:15:30.123Z" },
    })
  })

  it("keeps the reported properties that the admin names", () => {
    const settings = azureSettings.parse({ reported: "fw, ip" })
    expect(only(twin(), settings)?.attributes).toMatchObject({ "reported.fw": "2.1" })
  })

  it("falls back to the device id for a name, and takes year 1 and strange words for never and not known", () => {
    const bare = { deviceId: "p'1", connectionState: "connected", lastActivityTime: "0001-01-01T00:00:00" }
    expect(only(bare)).toMatchObject({
      externalId: "p'1",
      sourceVersion: null,
      fields: { name: "p'1", model: null },
      state: { connectionState: "connected", lastActivityAt: null },
    })
    expect(only(twin({ connectionState: "Dozing" }))?.state?.connectionState).toBe("unknown")
  })

  it("O-SECRETS leaves LoRaWAN keys out at any depth", () => {
    const desired = {
      AppEUI: "70B3",
      AppKey: "SECRET",
      nested: { NwkSKey: "SECRET", fine: 1 },
      list: [{ appSKey: "SECRET" }],
      hubs: ["lyon", "HostName=a;SharedAccessKey=SECRET"],
    }
    const { attributes } = only(twin({ properties: { desired } })) ?? {}
    expect(JSON.stringify(attributes)).not.toContain("SECRET")
    expect(attributes).toMatchObject({
      "desired.AppEUI": "70B3",
      "desired.nested": { fine: 1 },
      "desired.list": [{}],
      "desired.hubs": ["lyon"],
    })
  })

  it("S3-SC keeps what a radio module is called by, which is no secret", () => {
    const { attributes } = only(twin({ tags: { imei: "490154203237518", iccid: "8944" } })) ?? {}
    expect(attributes).toMatchObject({ "tags.imei": "490154203237518", "tags.iccid": "8944" })
  })

  it("O-SECRETS leaves them out of what a concentrator is configured with", () => {
    const desired = {
      routerConfig: { region: "EU863", nested: { NwkSKey: "SECRET" } },
      cups: { cupsUri: "https://cups.example", cupsCredentialUrl: "SECRET", keys: { token: "SECRET" } },
    }
    const tags = { deviceType: "LoRa Concentrator" }
    const { attributes } = only(twin({ tags, properties: { desired } }), lora) ?? {}
    expect(JSON.stringify(attributes)).not.toContain("SECRET")
    expect(attributes).toMatchObject({ routerConfig: { region: "EU863" }, cups: { keys: {} } })
  })

  it("S3-ISOLATE rejects what is no twin, by reason, and takes the others", () => {
    const bad = [
      42,
      [],
      { tags: {} },
      twin({ tags: "none" }),
      twin({ tags: { deviceName: "x".repeat(600) } }),
    ]
    const { records, rejects } = mapPage([...bad, twin()], plain, () => null)
    expect(records).toHaveLength(1)
    expect(rejects.map(({ reason, path }) => [reason, path])).toEqual([
      ["invalid", null],
      ["invalid", null],
      ["no_external_id", "deviceId"],
      ["invalid", "tags"],
      ["invalid", "tags.deviceName"],
    ])
    expect(rejects[4]?.message).toContain("600 characters")
  })
})

describe("S3-VERSION what a twin's version does not count", () => {
  const identity = (over: JsonObject, settings = plain) => only(twin(over), settings)?.identity

  it("makes another identity: enabled or not, edge or not, the registry's etag, LoRaWAN switched on", () => {
    const same = identity({})
    const tags = { deviceType: "LoRa Concentrator" }
    expect(identity({ status: "disabled" })).not.toBe(same)
    expect(identity({ capabilities: { iotEdge: true } })).not.toBe(same)
    expect(identity({ deviceEtag: "another" })).not.toBe(same)
    expect(identity({ generationId: "638" })).not.toBe(same)
    expect(identity({ tags })).not.toBe(identity({ tags }, lora))
  })

  it("is the same whatever is connected, counted by the version, or reported", () => {
    const same = identity({})
    const moved = {
      version: 9,
      connectionState: "Connected",
      lastActivityTime: "2026-04-02T08:15:30Z",
      etag: "x",
    }
    expect(identity({ ...moved, tags: { deviceName: "Press 8" } })).toBe(same)
  })
})

describe("S3-LORA concentrators", () => {
  const routerConfig = {
    NetID: [1],
    region: "EU863",
    hwspec: "sx1301/1",
    freq_range: [863_000_000, 870_000_000],
  }
  const portal = twin({
    deviceId: "A84041FFFE21C0DE",
    tags: { deviceType: "LoRa Concentrator", deviceName: "Roof north", loraRegion: "EU_863_870" },
    properties: { desired: { clientThumbprint: ["3A:9F"], routerConfig } },
  })

  it("come with region, thumbprint and router configuration", () => {
    const record = only(portal, lora)
    expect(record?.fields).toMatchObject({ kind: "concentrator", name: "Roof north" })
    expect(record?.attributes).toMatchObject({ region: "EU_863_870", thumbprint: "3A:9F", routerConfig })
    expect(Object.keys(record?.attributes ?? {})).not.toContain("tags.deviceType")
  })

  it("are known by the tags of Microsoft's starter kit too", () => {
    const tags = { lora_device_type: ["concentrator"], lora_region: "EU863" }
    expect(only(twin({ tags }), lora)).toMatchObject({
      fields: { kind: "concentrator" },
      attributes: { region: "EU863" },
    })
    expect(only(twin({ tags: { lora_device_type: ["leaf"] } }), lora)?.fields.kind).toBe("standard")
  })

  it("are devices like any other where LoRaWAN is off, and never edge devices", () => {
    expect(only(portal)?.fields.kind).toBe("standard")
    expect(only({ ...portal, capabilities: { iotEdge: true } }, lora)?.fields.kind).toBe("edge")
  })

  it("have no thumbprint where it is missing, empty or no list", () => {
    for (const clientThumbprint of [undefined, [], {}, [null]]) {
      const desired: JsonObject = clientThumbprint === undefined ? {} : { clientThumbprint }
      expect(only({ ...portal, properties: { desired } }, lora)?.attributes).not.toHaveProperty("thumbprint")
    }
  })
})

describe("S3-AZURE-EDGE edge devices with their modules", () => {
  const edge = twin({ deviceId: "edge-01", capabilities: { iotEdge: true } })
  const agent: JsonObject = {
    deviceId: "edge-01",
    moduleId: "$edgeAgent",
    connectionState: "Connected",
    lastActivityTime: "2026-03-03T00:00:00Z",
    properties: {
      desired: {
        modules: {
          filter: { version: "1.0", status: "running", settings: { image: "reg.example/filter:1.5" } },
          planned: { status: "stopped", settings: { image: "reg.example/planned:1" } },
        },
      },
      reported: {
        modules: {
          filter: {
            status: "running",
            runtimeStatus: "backoff",
            restartCount: 3,
            exitCode: 3_221_225_786,
            settings: { image: "reg.example/filter:1.4" },
          },
        },
      },
    },
  }
  const hub: JsonObject = {
    deviceId: "edge-01",
    moduleId: "$edgeHub",
    connectionState: "Disconnected",
    properties: {
      reported: {
        clients: {
          "edge-01/filter": { status: "connected", lastConnectTime: "2026-03-02T00:00:00Z" },
          leaf: { status: "connected" },
        },
      },
    },
  }

  it("S3-ISOLATE take a module whose name means something to JavaScript", () => {
    const book = openModuleBook()
    const modules = { constructor: { status: "running" }, toString: { status: "running" } }
    book.add([{ deviceId: "edge-01", moduleId: "$edgeAgent", properties: { desired: { modules } } }])
    const [record] = mapPage([edge], plain, book.of).records
    expect(sourceRecord.safeParse(record).error).toBeUndefined()
    expect(record?.modules?.map(({ name, connectionState }) => [name, connectionState])).toEqual([
      ["constructor", "unknown"],
      ["toString", "unknown"],
    ])
  })

  it("join both system modules, in whichever order they come", () => {
    for (const items of [
      [agent, hub],
      [hub, agent],
    ]) {
      const book = openModuleBook()
      book.add(items)
      const record = mapPage([edge], plain, book.of).records[0]
      expect(sourceRecord.safeParse(record).error).toBeUndefined()
      expect(record?.state).toEqual({
        connectionState: "connected",
        lastActivityAt: "2026-03-03T00:00:00.000Z",
      })
      expect(record?.modules).toEqual([
        {
          name: "filter",
          image: "reg.example/filter:1.4",
          version: "1.0",
          desiredStatus: "running",
          runtimeStatus: "backoff",
          restarts: 3,
          exitCode: 3_221_225_786,
          connectionState: "connected",
          lastActivityAt: "2026-03-02T00:00:00.000Z",
        },
        {
          name: "planned",
          image: "reg.example/planned:1",
          version: null,
          desiredStatus: "stopped",
          runtimeStatus: null,
          restarts: null,
          exitCode: null,
          connectionState: "unknown",
          lastActivityAt: null,
        },
      ])
    }
  })

  it("have none where the agent never ran, and say nothing of them where its twin is missing", () => {
    const book = openModuleBook()
    book.add([{ ...agent, properties: { desired: {}, reported: {} } }])
    expect(mapPage([edge], plain, book.of).records[0]?.modules).toEqual([])
    expect(mapPage([edge], plain, openModuleBook().of).records[0]).not.toHaveProperty("modules")
    expect(mapStoredPage([edge, agent], plain)).toMatchObject({
      records: [{ externalId: "edge-01" }],
      rejects: [],
    })
  })

  it("stop being kept, and say so, when there are more than fit", () => {
    const book = openModuleBook(1000)
    book.add([agent, { ...agent, deviceId: "edge-02" }, { ...agent, deviceId: "edge-03" }])
    expect(book.isFull()).toBe(true)
    expect([book.of("edge-01"), book.of("edge-03")]).toEqual([expect.any(Object), null])
  })
})
