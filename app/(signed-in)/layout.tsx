import { cookies } from "next/headers"
import type { ReactNode } from "react"
import { Frame } from "@/components/frame/frame"
import { readTheme, themeCookie } from "@/components/frame/theme"
import { listOwnAccounts } from "@/lib/accounts/list-own-accounts"
import { listHolds } from "@/lib/inventory/holds/list-holds"
import { listNotifications } from "@/lib/notifications/list-notifications"
import { chooseAccountAction, markReadAction } from "./actions"
import { syncAction } from "./settings/integrations/actions"
import { signedInActor } from "./signed-in-actor"

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await signedInActor()
  const [accounts, notifications, holds] = await Promise.all([
    listOwnAccounts(actor),
    listNotifications(actor, { limit: 20 }),
    listHolds(actor, { status: "open", limit: 50 }),
  ])
  return (
    <Frame
      person={{
        name: actor.userName,
        role: actor.role,
        accountName: accounts.find(({ id }) => id === actor.accountId)?.name ?? "",
      }}
      account={{ id: actor.accountId, all: accounts, choose: chooseAccountAction }}
      theme={readTheme((await cookies()).get(themeCookie)?.value)}
      notifications={notifications}
      markRead={markReadAction}
      holds={holds}
      sync={syncAction}
    >
      {children}
    </Frame>
  )
}
