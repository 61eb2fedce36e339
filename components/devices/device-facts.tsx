import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { DeviceDetail, DeviceView } from "@/lib/domain/device"
import { ConnectionDot } from "./connection-dot"
import { connectionNames, statusNames, typeWords } from "./device-wording"

/** What is held of a device. */
export function DeviceFacts({ device }: { device: DeviceDetail }) {
  return (
    <Panel title="Device">
      <Facts>
        <Fact name="Serial number">
          {device.serialNumber === null ? <None /> : <span className="font-mono">{device.serialNumber}</span>}
        </Fact>
        <Fact name="Type">{typeWords(device)}</Fact>
        <Fact name="Model">{device.model ?? <None />}</Fact>
        <Fact name="Model identifier">{device.modelIdentifier ?? <None />}</Fact>
        <Fact name="OS version">{device.osVersion ?? <None />}</Fact>
        <Fact name="Assigned to">{device.assignedTo ?? <None text="nobody" />}</Fact>
        <Fact name="Status">{statusNames[device.status]}</Fact>
        <Fact name="Last known state">
          <LastKnownState device={device} knownAt={device.stateKnownAt} />
        </Fact>
        <Fact name="In the inventory since">
          <ExactTime at={device.createdAt} />
        </Fact>
        <Fact name="Last changed">
          <ExactTime at={device.updatedAt} />
        </Fact>
        <Fact name="Rollcall id">
          <CopyableId id={device.id} label="Rollcall id" />
        </Fact>
      </Facts>
    </Panel>
  )
}

type StateProps = { device: DeviceView; knownAt: string | null }

/** How it was when its source was last read, which is not how it is now. */
function LastKnownState({ device, knownAt }: StateProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <ConnectionDot state={device.connectionState} />
      <span aria-hidden={device.connectionState !== "unknown"}>
        {connectionNames[device.connectionState]}
      </span>
      {device.lastActivityAt !== null && (
        <span className="text-ink-soft">
          last active <RelativeTime at={device.lastActivityAt} />
        </span>
      )}
      {knownAt !== null && device.connectionState !== "unknown" && (
        <span className="text-ink-faint">
          as read <RelativeTime at={knownAt} />
        </span>
      )}
    </span>
  )
}
