import { answerProblem } from "@/app/api/answer-problem"
import { metricsFor } from "@/lib/metrics/metrics-for"
import { catalog } from "@/lib/providers/catalog"

export const dynamic = "force-dynamic"

/** What Prometheus reads (O-METRICS). */
export async function GET(request: Request): Promise<Response> {
  try {
    const { contentType, text } = await metricsFor(request, catalog)
    return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } })
  } catch (error) {
    return answerProblem(error, request)
  }
}
