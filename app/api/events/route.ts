import { z } from "zod"
import { answerProblem } from "@/app/api/answer-problem"
import { parseFields } from "@/app/api/parse-fields"
import { requireActor } from "@/lib/auth/require-actor"
import { channel } from "@/lib/domain/channel"
import { authorizeChannel } from "@/lib/events/authorize-channel"
import { openEventStream } from "@/lib/events/open-event-stream"
import { positionOf } from "@/lib/events/read-events"

export const dynamic = "force-dynamic"

const asked = z.object({ channel: z.string({ error: "Name a channel: ?channel=dashboard" }).pipe(channel) })

/** Server-sent events of a channel; `Last-Event-ID` goes on after the event that it names. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor(request)
    const { channel } = parseFields(asked, Object.fromEntries(new URL(request.url).searchParams))
    await authorizeChannel(actor, channel)
    const stream = openEventStream({
      accountId: actor.accountId,
      channel,
      from: await positionOf(request.headers.get("last-event-id")),
      signal: request.signal,
      check: async () => authorizeChannel(await requireActor(request), channel),
    })
    return new Response(stream, { headers: eventHeaders })
  } catch (error) {
    return answerProblem(error, request)
  }
}

const eventHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  // Proxies that collect an answer before they hand it on would hold back what is live
  "x-accel-buffering": "no",
}
