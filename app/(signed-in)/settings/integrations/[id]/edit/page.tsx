import type { Metadata } from "next"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import {
  changeSyncSettingsAction,
  checkAction,
  sampleAction,
  setSchedulesAction,
  updateAction,
} from "@/app/(signed-in)/settings/integrations/actions"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { RoleNotice } from "@/components/frame/role-notice"
import { IntegrationEditor } from "@/components/integrations/integration-editor"
import { PaceSection } from "@/components/integrations/pace-section"
import { RemovalSection } from "@/components/integrations/removal-section"
import { SchedulesSection } from "@/components/integrations/schedules-section"
import { PageHeading } from "@/components/ui/page-heading"
import { getIntegration } from "@/lib/integrations/get-integration"
import { listSchedules } from "@/lib/integrations/schedules/manage-schedules"
import { catalog } from "@/lib/providers/catalog"

export const metadata: Metadata = { title: "Edit integration" }

const actions = { check: checkAction, sample: sampleAction, update: updateAction }

export default async function EditIntegrationPage({ params }: PageProps<"/settings/integrations/[id]/edit">) {
  const { id } = await params
  const actor = await signedInActor()
  const integration = await orNotFound(id, () => getIntegration(actor, id, catalog))
  return (
    <div className="max-w-3xl">
      <PageHeading
        back={{ href: "/settings/integrations", label: "Integrations" }}
        title={`Edit ${integration.name}`}
        lead={`${catalog[integration.provider].name}. The connection is checked before anything is saved.`}
      />
      {actor.role === "ADMIN" ? (
        <div className="space-y-4">
          <IntegrationEditor
            integration={integration}
            entry={catalog[integration.provider]}
            actions={actions}
          />
          {catalog[integration.provider].schedules !== undefined && (
            <SchedulesSection
              integrationId={id}
              initial={await listSchedules(actor, id)}
              save={setSchedulesAction}
            />
          )}
          <PaceSection integration={integration} change={changeSyncSettingsAction} />
          {catalog[integration.provider].family !== "master-data" && (
            <RemovalSection integration={integration} change={changeSyncSettingsAction} />
          )}
        </div>
      ) : (
        <RoleNotice what="change integrations" role={actor.role} back="/settings/integrations" />
      )}
    </div>
  )
}
