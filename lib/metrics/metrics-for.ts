import { authorize } from "@/lib/auth/authorize"
import { requireActor } from "@/lib/auth/require-actor"
import { RequestError } from "@/lib/domain/problem"
import type { Catalog } from "@/lib/domain/provider"
import { env } from "@/lib/env"
import { isMetricsToken } from "./is-metrics-token"
import { type Rendered, renderMetrics } from "./render-metrics"

/**
 * The metrics of the web server, for who may see them: they tell of the whole installation. With METRICS_TOKEN whoever sends
 * that, without it an admin of any account. Throws 401 and 403.
 */
export async function metricsFor(request: Request, catalog: Catalog): Promise<Rendered> {
  const { METRICS_TOKEN } = env()
  if (METRICS_TOKEN === undefined) authorize(await requireActor(request), "ADMIN")
  else if (!isMetricsToken(request.headers.get("authorization"), METRICS_TOKEN))
    throw new RequestError(
      401,
      "Send the installation's METRICS_TOKEN: Authorization: Bearer <METRICS_TOKEN>.",
    )
  return renderMetrics(catalog)
}
