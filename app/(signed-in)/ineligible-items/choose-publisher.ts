import "server-only"
import type { ListAddress } from "@/components/lists/list-address"
import type { Actor } from "@/lib/domain/account"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { catalog } from "@/lib/providers/catalog"

type Asked = Pick<ListAddress, "list" | "source">

/**
 * The account's integrations that publish a list, and the one that an address asks for: the oldest when it names none or one
 * that does not publish it, null when there is none.
 */
export async function choosePublisher(actor: Actor, { list, source }: Asked) {
  const publishing = (await listIntegrations(actor, catalog)).filter(
    ({ provider, settings }) => provider === "master-data" && (settings.list ?? "ineligible-items") === list,
  )
  return {
    integration: publishing.find(({ id }) => id === source) ?? publishing[0] ?? null,
    publishers: publishing.map(({ id, name }) => ({ id, name })),
  }
}
