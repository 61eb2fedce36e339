import Link from "next/link"
import { ConnectionDot } from "@/components/devices/connection-dot"
import { titleOf } from "@/components/devices/device-wording"
import { count } from "@/components/ui/format-number"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { DeviceView } from "@/lib/domain/device"
import type { DeviceModelView } from "@/lib/domain/device-model"

type Props = {
  model: DeviceModelView
  /** The first of them, by name. */
  devices: DeviceView[]
}

/** The devices that name a model. */
export function ModelDevices({ model, devices }: Props) {
  return (
    <Panel
      title="Devices"
      aside={<span className="text-ink-faint text-xs">{count(model.devices, "device")}</span>}
    >
      {devices.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">No device in the inventory is of this model.</p>
      )}
      <ul className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center gap-x-2 px-4 py-2">
            <ConnectionDot state={device.connectionState} />
            <Link
              href={`/devices/${device.id}`}
              prefetch={false}
              className="min-w-0 flex-1 truncate font-medium underline decoration-transparent underline-offset-2 hover:decoration-ink"
            >
              {titleOf(device)}
            </Link>
            {device.lastActivityAt !== null && (
              <span className="text-ink-faint text-xs">
                last active <RelativeTime at={device.lastActivityAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {model.devices > devices.length && (
        <div className="border-line border-t p-2 text-center">
          <LinkButton size="sm" href={`/devices?search=${encodeURIComponent(model.name)}`}>
            Look for the others
          </LinkButton>
        </div>
      )}
    </Panel>
  )
}
