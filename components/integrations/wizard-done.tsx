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

type Props = { integration: IntegrationView; role: Role; actions: IntegrationActions }

/** The new integration, ready for its first sync. */
export default function WizardDone({ integration, role, actions }: Props) {
  const { data } = useQuery(integrationsQuery())
  const current = data?.items.find((item) => item.id === integration.id) ?? integration
  const words = syncWords(nounOfProvider(integration.provider))
  const page = pageOf(integration)
  const hasSynced = current.lastSync?.completedAt != null
  return (
    <div className="space-y-4">
      <Notice tone="good" title={`${integration.name} is connected`}>
        {hasSynced ? words.done : `Press “${words.verb}” ${words.press}`}
      </Notice>
      <IntegrationCard integration={current} role={role} actions={actions} />
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/settings/integrations">See all integrations</LinkButton>
        <LinkButton href={page.href}>{page.label}</LinkButton>
      </div>
    </div>
  )
}
