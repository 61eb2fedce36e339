import { describe, expect, test } from "vitest"
import { catalog } from "@/lib/providers/catalog"
import {
  accessOf,
  connectionOf,
  connectionSettings,
  draftOf,
  inputOf,
  missingFields,
  newDraft,
  scopeSettings,
  updateOf,
} from "./integration-draft"

const entry = catalog.addigy

describe("S4-WIZARD the draft of an integration", () => {
  test("starts with the provider's own schedule", () => {
    expect(inputOf(newDraft(entry), entry)).toMatchObject({
      provider: "addigy",
      name: "Addigy",
      syncInterval: null,
      cron: "0 4 * * *",
      timeZone: "UTC",
      syncEnabled: true,
    })
  })

  test("asks for addresses and the API version together with the credentials, for the policy afterwards", () => {
    expect(connectionSettings(entry).map(({ key }) => key)).toEqual(["apiVersion", "baseUrl"])
    expect(scopeSettings(entry).map(({ key }) => key)).toEqual(["policyId"])
  })

  test("sends only the credentials that show, so that a switched version leaves none behind", () => {
    const draft = {
      ...newDraft(entry),
      settings: { apiVersion: "v1", baseUrl: "  " },
      credentials: { apiKey: "old", clientId: " id ", clientSecret: "secret" },
    }
    expect(connectionOf(draft, entry)).toEqual({
      settings: { apiVersion: "v1" },
      credentials: { clientId: "id", clientSecret: "secret" },
    })
  })

  test("a check still holds when another policy is chosen, and no longer when the key is another", () => {
    const draft = { ...newDraft(entry), credentials: { apiKey: "one" } }
    const otherPolicy = { ...draft, settings: { ...draft.settings, policyId: "p-1" } }
    expect(accessOf(otherPolicy, entry)).toEqual(accessOf(draft, entry))
    expect(accessOf({ ...draft, credentials: { apiKey: "two" } }, entry)).not.toEqual(accessOf(draft, entry))
  })

  test("names what is missing, and asks for no credential that is stored", () => {
    const draft = newDraft(entry)
    expect(missingFields(entry.credentials, draft.credentials, draft)).toEqual(["API key"])
    expect(missingFields(entry.credentials, draft.credentials, draft, ["apiKey"])).toEqual([])
  })

  test("an unchanged integration is saved as it was, without touching its credentials", () => {
    const draft = draftOf(
      {
        id: "01990000-0000-7000-8000-000000000002",
        provider: "addigy",
        name: "Head office",
        settings: { apiVersion: "v2", policyId: "p-1", baseUrl: null },
        credentialKeys: ["apiKey"],
        syncInterval: 900,
        cron: null,
        timeZone: "UTC",
        syncEnabled: false,
        nextSyncAt: null,
        scheduleWords: "Manual only",
        hasSchedules: false,
        scheduleNote: null,
        removalPolicy: { records: 10, percent: 20 },
        requestsPerSecond: null,
        streams: [],
        lastSync: null,
        deviceCount: 0,
        circuitCount: 0,
        publishedItems: null,
        createdAt: "2026-11-22T04:00:00Z",
        updatedAt: "2026-11-22T04:00:00Z",
      },
      entry,
    )
    expect(updateOf(draft, entry)).toEqual({
      name: "Head office",
      settings: { apiVersion: "v2", policyId: "p-1" },
      syncInterval: 900,
      cron: null,
      timeZone: "UTC",
      syncEnabled: false,
    })
  })
})
