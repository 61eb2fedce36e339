import { once } from "node:events"
import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"
import { afterEach } from "vitest"

type Taken = { to: string[]; mail: Email }

const running: SMTPServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()))
})

type Options = {
  port?: number
  /** Recipients that the server does not know: refused with 550. */
  unknown?: string[]
}

/** A real mail server on 127.0.0.1 that takes everything, but for those it does not know; stopped after the test. */
export async function startMailServer({ port = 0, unknown = [] }: Options = {}) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      unknown.includes(address) ? done(refusal(`No such person: ${address}`)) : done(),
    onData: (stream, { envelope }, done) => {
      void stream
        .toArray()
        .then((parts) => PostalMime.parse(Buffer.concat(parts)))
        .then((mail) => taken.push({ to: envelope.rcptTo.map(({ address }) => address), mail }))
        .then(() => done(), done)
    },
  })
  server.listen(port, "127.0.0.1")
  await once(server.server, "listening")
  running.push(server)
  const address = server.server.address()
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.")
  return { url: `smtp://127.0.0.1:${address.port}`, taken }
}

const refusal = (message: string) => Object.assign(new Error(message), { responseCode: 550 })
