import type { Metadata } from "next"
import { cache } from "react"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { ConcentratorFacts } from "@/components/devices/concentrator-facts"
import { DeviceAttributes } from "@/components/devices/device-attributes"
import { DeviceFacts } from "@/components/devices/device-facts"
import { DeviceModules } from "@/components/devices/device-modules"
import { DeviceSources } from "@/components/devices/device-sources"
import { titleOf, typeWords } from "@/components/devices/device-wording"
import { ChangeHistory } from "@/components/inventory/change-history"
import { Badge } from "@/components/ui/badge"
import { PageHeading } from "@/components/ui/page-heading"
import { getDevice } from "@/lib/inventory/devices/get-device"
import { listDeviceChanges } from "@/lib/inventory/devices/list-device-changes"
import { listModules } from "@/lib/inventory/devices/modules/list-modules"

/** Once a request, for the page and for its title. */
const read = cache(async (id: string) => {
  const actor = await signedInActor()
  return orNotFound(id, () => getDevice(actor, id))
})

export async function generateMetadata({ params }: PageProps<"/devices/[id]">): Promise<Metadata> {
  return { title: titleOf(await read((await params).id)) }
}

/** What stands last takes the room that is left beside the other column. */
const column = "flex min-w-0 flex-col gap-4 *:last:grow"

export default async function DevicePage({ params }: PageProps<"/devices/[id]">) {
  const { id } = await params
  const device = await read(id)
  const actor = await signedInActor()
  const history = await listDeviceChanges(actor, id, { limit: 20 })
  const modules = device.kind === "edge" ? await listModules(actor, id, { limit: 100 }) : null
  return (
    <>
      <PageHeading
        back={{ href: "/devices", label: "Devices" }}
        title={titleOf(device)}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            {device.status === "retired" ? (
              <Badge tone="quiet">Removed</Badge>
            ) : (
              <Badge tone="good">Active</Badge>
            )}
            {typeWords(device)}
            {device.assignedTo !== null && (
              <span className="text-ink-faint wrap-anywhere">assigned to {device.assignedTo}</span>
            )}
          </span>
        }
      />
      <div className="space-y-4">
        <div className="grid gap-4 lg:grid-cols-2">
          <div className={column}>
            <DeviceFacts device={device} />
            {device.kind === "concentrator" && <ConcentratorFacts records={device.records} />}
          </div>
          <div className={column}>
            <DeviceSources device={device} records={device.records} />
            <ChangeHistory noun="device" id={id} initial={history} />
          </div>
        </div>
        {modules !== null && <DeviceModules deviceId={id} initial={modules} />}
        <DeviceAttributes records={device.records} />
      </div>
    </>
  )
}
