import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"

export default function NotFound() {
  return (
    <Panel>
      <EmptyState
        isPage
        title="This is not in your account"
        actions={
          <>
            <LinkButton href="/">Go to the dashboard</LinkButton>
            <LinkButton href="/devices">See devices</LinkButton>
          </>
        }
      >
        The address names something that was deleted, belongs to another account, or never was. Check it for a
        typing error.
      </EmptyState>
    </Panel>
  )
}
