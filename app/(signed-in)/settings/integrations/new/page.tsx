import type { Metadata } from "next"
import {
  changeSyncSettingsAction,
  checkAction,
  createAction,
  removeAction,
  sampleAction,
  syncAction,
} from "@/app/(signed-in)/settings/integrations/actions"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { previewAction } from "@/app/(signed-in)/syncs/[id]/actions"
import { RoleNotice } from "@/components/frame/role-notice"
import { IntegrationWizard } from "@/components/integrations/integration-wizard"
import { PageHeading } from "@/components/ui/page-heading"
import { scheduleNotesOfNew } from "@/lib/integrations/schedule-notes-of-new"
import { catalog } from "@/lib/providers/catalog"

export const metadata: Metadata = { title: "Connect a system" }

const actions = {
  check: checkAction,
  sample: sampleAction,
  create: createAction,
  sync: syncAction,
  preview: previewAction,
  changeSyncSettings: changeSyncSettingsAction,
  remove: removeAction,
}

export default async function NewIntegrationPage() {
  const actor = await signedInActor()
  const { role } = actor
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Connect a system"
        back={{ href: "/settings/integrations", label: "Integrations" }}
      />
      {role === "ADMIN" ? (
        <IntegrationWizard
          catalog={catalog}
          role={role}
          scheduleNotes={await scheduleNotesOfNew(actor, catalog)}
          actions={actions}
        />
      ) : (
        <RoleNotice what="connect a system" role={role} back="/settings/integrations" />
      )}
    </div>
  )
}
