import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { AddModel } from "@/components/models/add-model"
import { filterOf, readAddress } from "@/components/models/model-address"
import { ModelsView } from "@/components/models/models-view"
import { PageHeading } from "@/components/ui/page-heading"
import type { Actor } from "@/lib/domain/account"
import { deviceModelQuery } from "@/lib/domain/device-model"
import { RequestError } from "@/lib/domain/problem"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { listModels } from "@/lib/inventory/device-models/list-models"
import { catalog } from "@/lib/providers/catalog"
import type { ModelFilter } from "@/lib/queries/device-models"
import { createModelAction } from "./actions"

export const metadata: Metadata = { title: "Models" }

export default async function ModelsPage({ searchParams }: PageProps<"/models">) {
  const actor = await signedInActor()
  const given = Object.entries(await searchParams).flatMap(([key, value]) =>
    [value ?? []].flat().map((text) => [key, text]),
  )
  const filter = filterOf(readAddress(new URLSearchParams(given)))
  const [initial, integrations] = await Promise.all([
    readPage(actor, filter),
    listIntegrations(actor, catalog),
  ])
  const sources = integrations
    .filter(({ provider }) => catalog[provider].streams.some((stream) => stream.endsWith("device-models")))
    .map(({ id, name }) => ({ id, name }))
  return (
    <>
      <PageHeading
        title="Models"
        lead="The kinds of device that the connected systems know, and those added by hand."
        actions={<AddModel role={actor.role} create={createModelAction} />}
      />
      <ModelsView initial={initial} sources={sources} />
    </>
  )
}

/** An address with a cursor that is not ours starts at the first page instead. */
async function readPage(actor: Actor, filter: ModelFilter) {
  try {
    return { filter, page: await listModels(actor, deviceModelQuery.parse(filter)) }
  } catch (error) {
    const { cursor, ...fromStart } = filter
    if (!(error instanceof RequestError) || cursor === undefined) throw error
    return { filter: fromStart, page: await listModels(actor, deviceModelQuery.parse(fromStart)) }
  }
}
