import { createServer } from "node:net"

/**
 * The port for `name`: the one asked for, which must be free, else the first free one from `preferred` on. 0 asks for any.
 * Throws when the asked one is taken, and when a hundred in a row are.
 */
export async function choosePort({
  name,
  asked,
  preferred,
  host = "127.0.0.1",
}: {
  name: string
  asked: string | undefined
  preferred: number
  host?: string
}): Promise<number> {
  if (asked !== undefined && asked !== "") {
    const port = Number(asked)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Error(`${name} is "${asked}", which is no port.`)
    const free = await listenOnce(port, host)
    if (free !== null) return free
    throw new Error(
      `Port ${port} is taken by another program. Stop that one, or set ${name} to a free port, or leave ${name} unset.`,
    )
  }
  for (let port = preferred; port < preferred + 100; port++) {
    if ((await listenOnce(port, host)) !== null) return port
  }
  throw new Error(`Ports ${preferred} to ${preferred + 99} are all taken. Set ${name} to a free one.`)
}

/** Any free port. */
export async function freePort(): Promise<number> {
  return choosePort({ name: "port", asked: "0", preferred: 0 })
}

/** The port that was got by listening for a moment; null when it is taken. */
function listenOnce(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null)
      else reject(error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : port))
    })
  })
}
