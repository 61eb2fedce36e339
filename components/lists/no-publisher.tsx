import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"

/** What stands where a list would that nothing in the account publishes. */
export function NoPublisher({ name, role }: { name: string; role: Role }) {
  const isAdmin = role === "ADMIN"
  return (
    <Panel>
      <EmptyState
        title={`Nothing publishes the list ${name}`}
        {...(isAdmin && {
          actions: (
            <LinkButton href="/settings/integrations/new" variant="primary">
              Connect master data
            </LinkButton>
          ),
        })}
      >
        {isAdmin
          ? "Connect “Master data to S3” and choose this list: Rollcall checks it, publishes it to your S3 bucket and looks things up in it."
          : "An admin of your account can connect “Master data to S3” for it."}
      </EmptyState>
    </Panel>
  )
}
