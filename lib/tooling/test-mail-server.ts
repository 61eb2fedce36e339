import { once } from "node:events"
import { readFileSync } from "node:fs"
import path from "node:path"
import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"
import { afterEach } from "vitest"

/** `secure`: it came through TLS. */
type Taken = { to: string[]; mail: Email; secure: boolean }

const running: SMTPServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()))
})

type Options = {
  port?: number
  /** Recipients that the server does not know: refused with 550. */
  unknown?: string[]
  /** Whether it refuses everybody's mail at the moment, by 550 to the sender. */
  refusesSenders?: () => boolean
  /** TLS from the start, or offered and insisted on (STARTTLS); with a certificate that only `testAuthority` vouches for. */
  tls?: "from-start" | "starttls"
}

const certificates = path.resolve("lib/tooling/test-certificates")

/** The file of the authority that signed the mail server's certificate. */
export const testAuthority = path.join(certificates, "ca.pem")

/** A real mail server on 127.0.0.1 that takes everything, but for those it does not know; stopped after the test. */
export async function startMailServer({ port = 0, unknown = [], refusesSenders, tls }: Options = {}) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: tls === undefined,
    allowInsecureAuth: tls === undefined,
    ...(tls !== undefined && {
      key: readFileSync(path.join(certificates, "server.key")),
      cert: readFileSync(path.join(certificates, "server.pem")),
    }),
    secure: tls === "from-start",
    onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
    disabledCommands: tls === "starttls" ? [] : ["STARTTLS"],
    onMailFrom: ({ address }, _session, done) =>
      refusesSenders?.() === true ? done(refusal(`Not a sender of ours: ${address}`)) : done(),
    onRcptTo: ({ address }, _session, done) =>
      unknown.includes(address) ? done(refusal(`No such person: ${address}`)) : done(),
    onData: (stream, { envelope, secure }, done) => {
      void stream
        .toArray()
        .then((parts) => PostalMime.parse(Buffer.concat(parts)))
        .then((mail) => taken.push({ to: envelope.rcptTo.map(({ address }) => address), mail, secure }))
        .then(() => done(), done)
    },
  })
  server.on("error", () => {}) // a client that does not trust the certificate is an error of the server's
  server.listen(port, "127.0.0.1")
  await once(server.server, "listening")
  running.push(server)
  const address = server.server.address()
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.")
  const [scheme, login] = [tls === "from-start" ? "smtps" : "smtp", tls === undefined ? "" : "ada:s3cret@"]
  return { url: `${scheme}://${login}127.0.0.1:${address.port}`, taken }
}

const refusal = (message: string) => Object.assign(new Error(message), { responseCode: 550 })
