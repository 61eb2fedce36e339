import { Plus } from "lucide-react"
import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { previewAction } from "@/app/(signed-in)/syncs/[id]/actions"
import { IntegrationList } from "@/components/integrations/integration-list"
import { LinkButton } from "@/components/ui/link-button"
import { PageHeading } from "@/components/ui/page-heading"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { catalog } from "@/lib/providers/catalog"
import { changeSyncSettingsAction, removeAction, syncAction } from "./actions"

export const metadata: Metadata = { title: "Integrations" }

const actions = {
  sync: syncAction,
  preview: previewAction,
  changeSyncSettings: changeSyncSettingsAction,
  remove: removeAction,
}

export default async function IntegrationsPage() {
  const actor = await signedInActor()
  const integrations = await listIntegrations(actor, catalog)
  const mayConnect = actor.role === "ADMIN" && integrations.length > 0
  return (
    <>
      <PageHeading
        title="Integrations"
        lead="The systems that this account keeps in step with."
        actions={
          mayConnect && (
            <LinkButton href="/settings/integrations/new" variant="primary">
              <Plus aria-hidden /> Connect a system
            </LinkButton>
          )
        }
      />
      <IntegrationList initial={integrations} role={actor.role} actions={actions} />
    </>
  )
}
