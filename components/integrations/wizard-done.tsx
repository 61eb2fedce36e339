"use client"
import { useQuery } from "@tanstack/react-query"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { IntegrationActions } from "./integration-actions"
import { IntegrationCard } from "./integration-card"
import { pageOf, syncWords } from "./sync-words"

type Props = {
  integration: IntegrationView
  /** Whether the provider was asked before it was stored. */
  isChecked: boolean
  role: Role
  actions: IntegrationActions
}

/** The new integration, ready for its first sync. */
export default function WizardDone({ integration, isChecked, role, actions }: Props) {
  const { data } = useQuery(integrationsQuery())
  const current = data?.items.find((item) => item.id === integration.id) ?? integration
  const words = syncWords(nounOfProvider(integration.provider))
  const page = pageOf(integration)
  const status = current.lastSync?.status
  const hasSynced = status === "SUCCESS" || status === "PARTIAL"
  return (
    <div className="space-y-4">
      {isChecked || hasSynced ? (
        <Notice tone="good" title={`${integration.name} is connected`}>
          {hasSynced ? words.done : `Press “${words.verb}” ${words.press}`}
        </Notice>
      ) : (
        <Notice tone="warn" title={`${integration.name} is stored, but its connection was not checked`}>
          Press “{words.verb}” to see whether it works, or correct it under Edit.
        </Notice>
      )}
      <IntegrationCard integration={current} role={role} actions={actions} />
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/settings/integrations">See all integrations</LinkButton>
        <LinkButton href={page.href}>{page.label}</LinkButton>
      </div>
    </div>
  )
}
