"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { Badge, type Tone } from "@/components/ui/badge"
import { ErrorState } from "@/components/ui/error-state"
import { count, formatNumber } from "@/components/ui/format-number"
import { LoadMore } from "@/components/ui/load-more"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { DeviceModuleView } from "@/lib/domain/device"
import type { Listing } from "@/lib/domain/listing"
import { deviceModulesQuery } from "@/lib/queries/devices"
import { connectionNames } from "./device-wording"

type Props = { deviceId: string; initial: Listing<DeviceModuleView> }

/** What an edge device runs and how it ran when its source last said so. */
export function DeviceModules({ deviceId, initial }: Props) {
  const modules = useInfiniteQuery({
    ...deviceModulesQuery(deviceId),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const items = modules.data.pages.flatMap((page) => page.items)
  const said = whatIsSaid(items)
  const known = items.map(({ knownAt }) => knownAt).sort()[0]
  return (
    <Panel
      title="Modules"
      aside={
        known !== undefined && (
          <span className="text-ink-faint text-xs">
            {count(items.length, "module")}, last known <RelativeTime at={known} />
          </span>
        )
      }
    >
      {items.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft">Its source names no modules.</p>
      ) : (
        <Table label="Table of modules" className="is-centred">
          <thead>
            <tr>
              <HeadCell>Module</HeadCell>
              <HeadCell>Last known state</HeadCell>
              {said.desired && <HeadCell>Desired</HeadCell>}
              {said.restarts && <HeadCell className="text-right">Restarts</HeadCell>}
              {said.exitCode && <HeadCell className="text-right">Exit code</HeadCell>}
              {said.connection && <HeadCell>Connection</HeadCell>}
              <HeadCell>Since</HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.map((module) => (
              <ModuleRow key={`${module.integrationId} ${module.name}`} module={module} said={said} />
            ))}
          </tbody>
        </Table>
      )}
      {modules.error !== null && <ErrorState title="The modules may be out of date" error={modules.error} />}
      <LoadMore list={modules} />
    </Panel>
  )
}

/** Which columns have anything to show: Greengrass tells neither what is desired nor restarts. */
const whatIsSaid = (modules: DeviceModuleView[]) => ({
  desired: modules.some(({ desiredStatus }) => desiredStatus !== null),
  restarts: modules.some(({ restarts }) => restarts !== null),
  exitCode: modules.some(({ exitCode }) => exitCode !== null),
  connection: modules.some(({ connectionState }) => connectionState !== "unknown"),
})

type RowProps = { module: DeviceModuleView; said: ReturnType<typeof whatIsSaid> }

function ModuleRow({ module, said }: RowProps) {
  const { name, image, version, runtimeStatus, desiredStatus, restarts, exitCode } = module
  return (
    <Row>
      <Cell className="min-w-48 max-w-80">
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block font-mono text-ink-faint text-xs wrap-anywhere">{image ?? version ?? ""}</span>
      </Cell>
      <Cell>
        {runtimeStatus === null ? (
          <None text="not known" />
        ) : (
          <Badge tone={toneOf(runtimeStatus)}>{runtimeStatus}</Badge>
        )}
      </Cell>
      {said.desired && <Cell className="text-ink-soft">{desiredStatus ?? <None />}</Cell>}
      {said.restarts && (
        <Cell className="text-right tabular-nums">
          {restarts === null ? <None /> : formatNumber(restarts)}
        </Cell>
      )}
      {said.exitCode && <Cell className="text-right tabular-nums">{exitCode ?? <None />}</Cell>}
      {said.connection && (
        <Cell className="whitespace-nowrap text-ink-soft">{connectionNames[module.connectionState]}</Cell>
      )}
      <Cell className="text-ink-soft">
        <RelativeTime at={module.changedAt} />
      </Cell>
    </Row>
  )
}

/** Words of IoT Edge and of Greengrass; others need nobody. */
function toneOf(runtimeStatus: string): Tone {
  const said = runtimeStatus.toLowerCase()
  if (said === "running") return "good"
  if (["failed", "unhealthy", "broken", "errored"].includes(said)) return "bad"
  return said === "backoff" ? "warn" : "quiet"
}
