import { createServer } from "node:http"

/** A receiver of webhooks on 127.0.0.1 that answers 204 and keeps what came. */
export async function startReceiver() {
  const taken: { headers: Record<string, string>; body: string }[] = []
  const server = createServer((request, response) => {
    void request
      .setEncoding("utf8")
      .toArray()
      .then((parts) => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        )
        taken.push({ headers, body: parts.join("") })
        response.writeHead(204).end()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The receiver has no port.")
  return { url: `http://127.0.0.1:${address.port}/rollcall`, taken, stop: () => server.close() }
}
