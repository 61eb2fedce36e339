import type { Metadata } from "next"
import { cache } from "react"
import { deleteModelAction } from "@/app/(signed-in)/models/actions"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { kindNames } from "@/components/devices/device-wording"
import { ChangeHistory } from "@/components/inventory/change-history"
import { DeleteModel } from "@/components/models/delete-model"
import { ModelDevices } from "@/components/models/model-devices"
import { ModelFacts } from "@/components/models/model-facts"
import { sourceWords } from "@/components/models/model-wording"
import { Badge } from "@/components/ui/badge"
import { PageHeading } from "@/components/ui/page-heading"
import { deviceQuery } from "@/lib/domain/device-query"
import { getModel } from "@/lib/inventory/device-models/get-model"
import { listModelChanges } from "@/lib/inventory/device-models/list-model-changes"
import { listDevices } from "@/lib/inventory/devices/list-devices"

/** Once a request, for the page and for its title. */
const read = cache(async (id: string) => {
  const actor = await signedInActor()
  return orNotFound(id, () => getModel(actor, id))
})

export async function generateMetadata({ params }: PageProps<"/models/[id]">): Promise<Metadata> {
  return { title: (await read((await params).id)).name }
}

export default async function ModelPage({ params }: PageProps<"/models/[id]">) {
  const { id } = await params
  const model = await read(id)
  const actor = await signedInActor()
  const [history, devices] = await Promise.all([
    listModelChanges(actor, id, { limit: 20 }),
    listDevices(actor, deviceQuery.parse({ modelId: id, limit: 20 })),
  ])
  return (
    <>
      <PageHeading
        back={{ href: "/models", label: "Models" }}
        title={model.name}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={model.status === "active" ? "good" : "quiet"}>
              {model.status === "active" ? "Known" : "Removed"}
            </Badge>
            {model.deprecated && <Badge tone="warn">Deprecated</Badge>}
            {kindNames[model.kind]}
            <span className="text-ink-faint wrap-anywhere">{sourceWords(model)}</span>
          </span>
        }
        {...(model.source === null && {
          actions: <DeleteModel model={model} role={actor.role} remove={deleteModelAction} />,
        })}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ModelFacts model={model} />
        <div className="min-w-0 space-y-4">
          <ModelDevices model={model} devices={devices.items} />
          <ChangeHistory noun="device-model" id={id} initial={history} />
        </div>
      </div>
    </>
  )
}
