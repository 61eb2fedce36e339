import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { renderToStaticMarkup } from "react-dom/server"
import { afterEach, expect, test, vi } from "vitest"
import { useAction } from "./use-action"

afterEach(() => vi.unstubAllGlobals())

/** Does it once, and gives what became of it. */
async function outcomeOf(act: () => Promise<string>, onDone: (value: string) => unknown) {
  const cache = new QueryClient()
  const Doing = () => {
    const { run } = useAction({ act: async () => ({ ok: true, value: await act() }), onDone })
    run()
    return null
  }
  renderToStaticMarkup(
    <QueryClientProvider client={cache}>
      <Doing />
    </QueryClientProvider>,
  )
  const [mutation] = cache.getMutationCache().getAll()
  await expect.poll(() => mutation?.state.status).toMatch(/success|error/)
  const status = mutation?.state.status
  cache.clear()
  return status
}

test("what fails after something was done is reported, and what was done is not told of as unanswered", async () => {
  const reported = vi.fn()
  vi.stubGlobal("reportError", reported)
  const lost = new Error("The connection was lost.")
  const fail = async () => {
    throw lost
  }
  expect(await outcomeOf(async () => "stored", fail)).toBe("success")
  expect(reported).toHaveBeenCalledExactlyOnceWith(lost)
  expect(await outcomeOf(fail, () => null)).toBe("error")
})
