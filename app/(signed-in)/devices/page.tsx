import type { Metadata } from "next"
import { cookies } from "next/headers"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { AddDevice } from "@/components/devices/add-device"
import { filterOf, readAddress } from "@/components/devices/device-address"
import { DevicesView } from "@/components/devices/devices-view"
import { PageHeading } from "@/components/ui/page-heading"
import { readTableLook, tableCookie } from "@/components/ui/table-look"
import type { Actor } from "@/lib/domain/account"
import type { DeviceView } from "@/lib/domain/device"
import { deviceQuery } from "@/lib/domain/device-query"
import type { Listing } from "@/lib/domain/listing"
import { RequestError } from "@/lib/domain/problem"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { listDevices } from "@/lib/inventory/devices/list-devices"
import { catalog } from "@/lib/providers/catalog"
import type { DeviceFilter } from "@/lib/queries/devices"
import { createDeviceAction } from "./actions"

export const metadata: Metadata = { title: "Devices" }

export default async function DevicesPage({ searchParams }: PageProps<"/devices">) {
  const actor = await signedInActor()
  const filter = filterOf(readAddress(asQuery(await searchParams)))
  const [initial, integrations] = await Promise.all([
    readPage(actor, filter),
    listIntegrations(actor, catalog),
  ])
  return (
    <>
      <PageHeading
        title="Devices"
        lead="Everything the connected systems report, and what is kept by hand."
        actions={<AddDevice role={actor.role} create={createDeviceAction} />}
      />
      <DevicesView
        initial={initial}
        sources={integrations.map(({ id, name }) => ({ id, name }))}
        role={actor.role}
        look={readTableLook((await cookies()).get(tableCookie("devices"))?.value)}
      />
    </>
  )
}

type Initial = { filter: DeviceFilter; page: Listing<DeviceView> | null }

/** An address with a cursor that is not ours starts at the first page instead; a time that is refused is told on the page. */
async function readPage(actor: Actor, filter: DeviceFilter): Promise<Initial> {
  try {
    return { filter, page: await listDevices(actor, deviceQuery.parse(filter)) }
  } catch (error) {
    const { cursor, ...fromStart } = filter
    if (!(error instanceof RequestError)) throw error
    if (cursor !== undefined) return readPage(actor, fromStart)
    if (filter.asOf === undefined) throw error
    return { filter, page: null }
  }
}

function asQuery(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    [value ?? []].flat().map((text) => [key, text]),
  )
  return new URLSearchParams(pairs)
}
