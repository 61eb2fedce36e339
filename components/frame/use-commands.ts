"use client"
import { useQuery } from "@tanstack/react-query"
import { MonitorSmartphone, Plug, RefreshCw } from "lucide-react"
import { useRouter } from "next/navigation"
import { titleOf } from "@/components/devices/device-wording"
import { whyNotSync } from "@/components/integrations/allowed"
import { useStartRun } from "@/components/syncs/use-start-run"
import type { IntegrationView } from "@/lib/domain/integration"
import { devicesQuery } from "@/lib/queries/devices"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { PaletteProps } from "./command-palette"
import { type Command, type CommandGroup, fitting } from "./commands-of"
import { navGroups } from "./nav-items"

const fewestLetters = 2
const devicesShown = 6

type Commands = { groups: CommandGroup[]; isSearching: boolean; failure: string | null }

/** Everything that fits what is typed: pages, syncs to start, integrations, and devices from two letters on. */
export function useCommands(typed: string, { role, sync }: PaletteProps): Commands {
  const router = useRouter()
  const start = useStartRun(sync, "The sync did not start")
  const search = typed.trim()
  const integrations = useQuery(integrationsQuery()).data?.items ?? []
  const devices = useQuery({
    ...devicesQuery({ search, limit: devicesShown }),
    enabled: search.length >= fewestLetters,
  })
  const go = (href: string) => () => router.push(href)
  const pages = navGroups
    .flatMap(({ items }) => items)
    .map((item): Command => ({ ...item, id: item.href, note: null, run: go(item.href) }))
  const found = search.length < fewestLetters ? [] : (devices.data?.items ?? [])
  const groups: CommandGroup[] = [
    { value: "Pages", items: fitting(pages, typed) },
    {
      value: "Do",
      items: whyNotSync(role) === null ? fitting(integrations.map(syncing(start.start)), typed) : [],
    },
    { value: "Integrations", items: fitting(integrations.map(lookingAt(go)), typed) },
    {
      value: "Devices",
      items: found.map((device) => ({
        id: device.id,
        label: titleOf(device),
        note: device.serialNumber,
        words: "",
        Icon: MonitorSmartphone,
        run: go(`/devices/${device.id}`),
      })),
    },
  ]
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    isSearching: devices.isFetching,
    failure: devices.error?.message ?? null,
  }
}

const syncing =
  (start: (input: { integrationId: string }) => void) =>
  ({ id, name }: IntegrationView): Command => ({
    id: `sync ${id}`,
    label: `Sync ${name} now`,
    note: null,
    words: "start run",
    Icon: RefreshCw,
    run: () => start({ integrationId: id }),
  })

const lookingAt =
  (go: (href: string) => () => void) =>
  ({ id, name, provider }: IntegrationView): Command => ({
    id,
    label: name,
    note: "its syncs",
    words: `${provider} integration`,
    Icon: Plug,
    run: go(`/syncs?integration=${id}`),
  })
