import { knownValue } from "@/components/address/known-value"
import { ProviderMark } from "@/components/integrations/provider-mark"
import { providerMarks } from "@/components/integrations/provider-marks"
import { CopyableId } from "@/components/ui/copyable-id"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { DeviceSourceView, DeviceView } from "@/lib/domain/device"
import { fieldName, valueWords } from "./device-wording"

type Props = { device: DeviceView; records: DeviceSourceView[] }

/** Each system that reports the device, and where what it says differs from what is held. */
export function DeviceSources({ device, records }: Props) {
  return (
    <Panel title="Sources">
      {records.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">Kept by hand: no connected system reports this device.</p>
      )}
      <ul className="divide-y divide-line">
        {records.map((record) => (
          <li
            key={`${record.integrationId} ${record.stream} ${record.externalId}`}
            className="flex gap-3 px-4 py-3"
          >
            <SourceMark provider={record.provider} />
            <div className="min-w-0 flex-1">
              <p className="font-medium wrap-anywhere">{record.integrationName}</p>
              <p className="flex flex-wrap items-center gap-x-2 text-ink-soft">
                <CopyableId id={record.externalId} label={`id in ${record.integrationName}`} />
                <span>
                  first seen <RelativeTime at={record.firstSeenAt} />, changed{" "}
                  <RelativeTime at={record.changedAt} />
                </span>
              </p>
              <Absence record={record} />
              <Differences device={device} record={record} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function SourceMark({ provider }: { provider: string }) {
  const known = knownValue(providerMarks, provider)
  return known === null ? null : <ProviderMark provider={known} className="size-7" />
}

function Absence({ record }: { record: DeviceSourceView }) {
  if (record.retiredAt !== null) {
    return (
      <p className="text-bad">
        It no longer has this device, noticed <RelativeTime at={record.retiredAt} />.
      </p>
    )
  }
  if (record.missingSince === null) return null
  return (
    <p className="text-warn">
      Missing from its last complete list, first <RelativeTime at={record.missingSince} />.
    </p>
  )
}

function Differences({ device, record }: { device: DeviceView; record: DeviceSourceView }) {
  const held: Record<string, string | null> = fieldsOf(device)
  const other = Object.entries(record.fields).filter(
    ([field, value]) => value !== null && value !== "unknown" && value !== held[field],
  )
  if (other.length === 0) return null
  return (
    <ul className="mt-1">
      {other.map(([field, value]) => (
        <li key={field} className="wrap-anywhere">
          <span className="text-ink-faint">{fieldName(field)} there: </span>
          {valueWords(field, value)}
        </li>
      ))}
    </ul>
  )
}

const fieldsOf = (device: DeviceView) => ({
  name: device.name,
  serialNumber: device.serialNumber,
  model: device.model,
  modelIdentifier: device.modelIdentifier,
  type: device.type,
  kind: device.kind,
  assignedTo: device.assignedTo,
  osVersion: device.osVersion,
})
