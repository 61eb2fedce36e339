import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"

const steps = [
  ["Connect", "Say which system manages your devices. The connection is tried before anything is stored."],
  ["Sync", "Rollcall reads every device, compares, and applies what differs."],
  ["Watch", "From then on it keeps in step and tells what changed, when and why."],
]

/** The dashboard before the first system is connected. */
export function FirstRun({ role }: { role: Role }) {
  return (
    <Panel>
      <EmptyState
        title="Connect the first system"
        actions={
          role === "ADMIN" && (
            <LinkButton href="/settings/integrations/new" variant="primary">
              Connect a system
            </LinkButton>
          )
        }
      >
        {role === "ADMIN"
          ? "Rollcall keeps the inventory in step with the systems that own your devices. None is connected yet."
          : "No system is connected yet. An admin of your account can connect one."}
      </EmptyState>
      <ol className="grid gap-px overflow-hidden rounded-b-lg border-line border-t bg-line sm:grid-cols-3">
        {steps.map(([name, text], index) => (
          <li key={name} className="bg-surface px-4 py-3.5">
            <p className="font-medium">
              <span className="mr-1.5 text-mark tabular-nums">{index + 1}</span>
              {name}
            </p>
            <p className="mt-0.5 text-ink-soft">{text}</p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
