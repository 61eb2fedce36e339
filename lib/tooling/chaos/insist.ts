import { setTimeout as sleep } from "node:timers/promises"
import { RequestError } from "@/lib/domain/problem"

/** Does it again while the database is away, for 30 s. What Rollcall itself refuses is thrown at once. */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  const until = performance.now() + 30_000
  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (error instanceof RequestError || performance.now() > until) throw error
      await sleep(100)
    }
  }
}
