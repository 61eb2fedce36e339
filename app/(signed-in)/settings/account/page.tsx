import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { AccountForm } from "@/components/account/account-form"
import { RetentionForm } from "@/components/account/retention-form"
import { RoleNotice } from "@/components/frame/role-notice"
import { PageHeading } from "@/components/ui/page-heading"
import { getAccount } from "@/lib/accounts/get-account"
import type { DeviceSource } from "@/lib/domain/account"
import { catalog } from "@/lib/providers/catalog"
import { updateAccountAction } from "./actions"

export const metadata: Metadata = { title: "Account" }

const sources: { value: DeviceSource; label: string }[] = [
  { value: "database", label: "Kept by hand" },
  ...Object.values(catalog)
    .filter(({ family }) => family === "mdm")
    .map(({ id, name }) => ({ value: id, label: name })),
]

export default async function AccountPage() {
  const actor = await signedInActor()
  const account = await getAccount(actor)
  return (
    <div className="max-w-3xl">
      <PageHeading title="Account" lead="What holds for everyone in this account." />
      {actor.role === "ADMIN" ? (
        <div className="space-y-4">
          <AccountForm account={account} sources={sources} update={updateAccountAction} />
          <RetentionForm retention={account.retention} update={updateAccountAction} />
        </div>
      ) : (
        <RoleNotice what="change the account" role={actor.role} back="/" />
      )}
    </div>
  )
}
