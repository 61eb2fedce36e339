import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Role } from "@/lib/domain/account"
import type { DeviceView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { devicesQuery } from "@/lib/queries/devices"
import { NoDevices } from "./no-devices"

/** What stands there, once it is known how many devices are removed. */
const text = (given: { hasSources: boolean; removed: Listing<DeviceView> | null; role?: Role }) => {
  const { hasSources, removed, role = "ADMIN" } = given
  const cache = new QueryClient()
  if (removed !== null) cache.setQueryData(devicesQuery({ status: "retired", limit: 1 }).queryKey, removed)
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={cache}>
      <NoDevices hasSources={hasSources} role={role} onShowRemoved={() => {}} />
    </QueryClientProvider>,
  )
  cache.clear()
  return markup.replace(/<[^>]+>/g, " ")
}

const device: DeviceView = {
  id: "0199a0a0-0000-7000-8000-000000000001",
  name: "Mac 1",
  serialNumber: "C021",
  model: "MacBook Air",
  modelIdentifier: null,
  type: "macbook",
  kind: "standard",
  assignedTo: null,
  osVersion: null,
  status: "retired",
  externalIds: [],
  connectionState: "unknown",
  lastActivityAt: null,
  sources: [],
  createdAt: "2026-11-01T10:00:00.000Z",
  updatedAt: "2026-11-02T10:00:00.000Z",
}
const none = { items: [], nextCursor: null }
const some = { items: [device], nextCursor: null }

test("an empty inventory offers removed devices only where there are any, and says what is true", () => {
  expect(text({ hasSources: false, removed: none })).toMatch(
    /No devices .*Devices come from.*Connect a system/,
  )
  expect(text({ hasSources: true, removed: none })).toMatch(
    /none of its devices are here.*Go to integrations/,
  )
  for (const removed of [none, null])
    expect(text({ hasSources: true, removed })).not.toContain("Show removed devices")
  for (const hasSources of [true, false])
    expect(text({ hasSources, removed: some })).toMatch(/All devices .* are removed.*Show removed devices/)
})
