import { answer } from "@/app/api/handle"
import { prisma } from "@/lib/db/client"
import { log } from "@/lib/log"

export const dynamic = "force-dynamic"

/** Whether requests can be served: 200, or 503 while the database cannot be reached or has no tables. */
export async function GET(): Promise<Response> {
  try {
    await prisma().account.count({ take: 1 })
    return answer({ status: "ready" })
  } catch (error) {
    log.warn({ err: error }, "not ready")
    return answer({ status: "not ready", detail: "The database cannot be read." }, 503)
  }
}
