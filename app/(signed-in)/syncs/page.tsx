import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { readSyncsAddress, syncFilterOf } from "@/components/syncs/syncs-address"
import { SyncsView } from "@/components/syncs/syncs-view"
import { PageHeading } from "@/components/ui/page-heading"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { catalog } from "@/lib/providers/catalog"
import { listSyncs } from "@/lib/sync-logs/list-syncs"

export const metadata: Metadata = { title: "Syncs" }

export default async function SyncsPage({ searchParams }: PageProps<"/syncs">) {
  const actor = await signedInActor()
  const given = Object.entries(await searchParams).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value]] : [],
  )
  const filter = syncFilterOf(readSyncsAddress(new URLSearchParams(given)))
  const [page, integrations] = await Promise.all([
    listSyncs(actor, { ...filter, limit: 30 }),
    listIntegrations(actor, catalog),
  ])
  return (
    <>
      <PageHeading title="Syncs" lead="Every run of every connected system, newest first." />
      <SyncsView initial={{ filter, page }} sources={integrations.map(({ id, name }) => ({ id, name }))} />
    </>
  )
}
