import type { Actor } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { findIntegration } from "./find-integration"
import { integrationViews } from "./integration-views"

/** One integration, its sync settings included (S4-API); never its credentials. Throws 404. */
export async function getIntegration(actor: Actor, id: string, catalog: Catalog): Promise<IntegrationView> {
  const [view] = await integrationViews([await findIntegration(actor, id)], catalog)
  if (view === undefined) throw new Error(`Integration ${id} was found and has no view.`)
  return view
}
