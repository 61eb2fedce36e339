import type { ProviderId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import { processMetrics } from "./process-metrics"

/** The same session, whose calls are counted as calls to this provider (O-METRICS). */
export function countCalls(provider: ProviderId, session: Session): Session {
  const { calling } = processMetrics()
  const within = <T>(work: () => T): T => calling.run(provider, work)
  const { sample, confirmAbsent } = session
  return {
    ...session,
    check: () => within(() => session.check()),
    read: (stream, cursor) => ({
      [Symbol.asyncIterator]() {
        // A generator's body runs where `next` is called, not where it was made
        const pages = session.read(stream, cursor)[Symbol.asyncIterator]()
        return {
          next: () => within(() => pages.next()),
          return: async () => (await pages.return?.()) ?? { done: true, value: undefined },
        }
      },
    }),
    ...(sample && { sample: () => within(() => sample.call(session)) }),
    ...(confirmAbsent && {
      confirmAbsent: (stream, ids) => within(() => confirmAbsent.call(session, stream, ids)),
    }),
  }
}
