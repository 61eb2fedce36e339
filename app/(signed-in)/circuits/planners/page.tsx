import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { LinkedNames } from "@/components/circuits/linked-names"
import { MembersLogins } from "@/components/circuits/members-logins"
import { OwnLogin } from "@/components/circuits/own-login"
import { PlannersTable } from "@/components/circuits/planners-table"
import { RegionTable } from "@/components/circuits/region-table"
import { UnlinkedPlanners } from "@/components/circuits/unlinked-planners"
import { PageHeading } from "@/components/ui/page-heading"
import type { LoginView } from "@/lib/domain/login"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { listLogins } from "@/lib/integrations/logins/manage-logins"
import { listPlanners, listUnlinkedPlanners } from "@/lib/inventory/circuits/list-planners"
import { listPlannerDays, listRegionDays } from "@/lib/inventory/circuits/list-rollups"
import { catalog } from "@/lib/providers/catalog"
import {
  linkPlannerAction,
  nameMemberAction,
  removeLoginAction,
  saveLoginAction,
  unlinkPlannerAction,
} from "./actions"

export const metadata: Metadata = { title: "Planners" }

export default async function PlannersPage() {
  const actor = await signedInActor()
  const [planners, names, integrations, days, plannerDays] = await Promise.all([
    listPlanners(actor),
    listUnlinkedPlanners(actor, { linked: true }),
    listIntegrations(actor, catalog),
    listRegionDays(actor, { days: 30 }),
    listPlannerDays(actor, { days: 30 }),
  ])
  const taking = integrations.filter(({ provider }) => catalog[provider].takesLogins === true)
  const logins = await Promise.all(
    taking.map(async ({ id, name }) => {
      const all = await listLogins(actor, id)
      const isOwn = ({ userId }: LoginView) => userId === actor.userId
      return {
        integration: { id, name },
        login: all.find(isOwn) ?? null,
        others: all.filter((login) => !isOwn(login)),
      }
    }),
  )
  const isAdmin = actor.role === "ADMIN"
  return (
    <>
      <PageHeading
        back={{ href: "/circuits", label: "Circuits" }}
        title="Planners"
        lead="Who plans which circuits, and names in WorkStudio that nobody here has yet."
      />
      <div className="space-y-4">
        <UnlinkedPlanners
          unlinked={names.filter(({ linkedTo }) => linkedTo === null)}
          members={planners}
          link={linkPlannerAction}
          isAdmin={isAdmin}
        />
        <PlannersTable planners={planners} days={plannerDays} rename={nameMemberAction} isAdmin={isAdmin} />
        <LinkedNames names={names} unlink={unlinkPlannerAction} isAdmin={isAdmin} />
        <RegionTable days={days} />
        {logins.map(({ integration, others }) => (
          <MembersLogins
            key={integration.id}
            integration={integration}
            logins={others}
            remove={removeLoginAction}
          />
        ))}
        {actor.role !== "VIEWER" &&
          logins.map(({ integration, login }) => (
            <OwnLogin
              key={integration.id}
              integration={integration}
              login={login}
              save={saveLoginAction}
              remove={removeLoginAction}
            />
          ))}
      </div>
    </>
  )
}
