import { createServer } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { readJson } from "./read-json"

const replies: Record<string, { status: number; body: string }> = {
  "/fits": { status: 200, body: '{"name":"Ada"}' },
  "/other": { status: 200, body: '{"title":"Ada"}' },
  "/page": { status: 502, body: "<html>Bad gateway</html>" },
  "/refused": {
    status: 403,
    body: '{"type":"about:blank","title":"Forbidden","status":403,"detail":"Ask an admin."}',
  },
}
const server = createServer((request, response) => {
  const { status, body } = replies[request.url ?? ""] ?? { status: 404, body: "" }
  response.writeHead(status).end(body)
})

let origin = ""
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  origin = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : ""
})
afterAll(() => server.close())

const read = (path: string) =>
  readJson({
    path: `${origin}${path}`,
    schema: z.object({ name: z.string() }),
    signal: new AbortController().signal,
  })

test("an answer that fits is given", async () => {
  expect(await read("/fits")).toEqual({ name: "Ada" })
})

test("no page shows a raw error: whatever comes back is told in a sentence that says what to do", async () => {
  await expect(read("/other")).rejects.toMatchObject({
    status: 200,
    message: expect.stringContaining("Reload the page"),
  })
  await expect(read("/page")).rejects.toMatchObject({
    status: 502,
    message: "Rollcall answered 502 without saying why. Try again.",
  })
  await expect(read("/refused")).rejects.toMatchObject({ status: 403, message: "Ask an admin." })
})
