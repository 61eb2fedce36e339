import { z } from "zod"
import { env } from "@/lib/env"

/** What nodemailer puts on its errors. */
const smtpFailure = z.object({
  message: z.string(),
  code: z.string().optional(),
  /** What the server answered: 550. */
  responseCode: z.number().optional(),
  /** What was being said to it: RCPT TO. */
  command: z.string().optional(),
})

/** Why the mail server did not take an e-mail, in words for an admin, without the password. */
export function whyNotSent(error: unknown): string {
  const { data } = smtpFailure.safeParse(error)
  const { hostname, port, password } = new URL(env().SMTP_URL ?? "smtp://unknown")
  const server = port === "" ? hostname : `${hostname}:${port}`
  const said = cut(data?.message ?? String(error), password)
  switch (data?.code) {
    case "EAUTH":
      return `The mail server ${server} refused the user name or password in SMTP_URL. It said: ${said}`
    case "EENVELOPE":
      return `The mail server ${server} refused the sender or the recipient. It said: ${said}`
    case "ESOCKET":
    case "ECONNECTION":
    case "ETIMEDOUT":
    case "EDNS":
    case "ECONNREFUSED":
      return `The mail server ${server} cannot be reached: ${said}`
    default:
      return `The mail server ${server} did not take the e-mail: ${said}`
  }
}

/**
 * The server wants nothing sent to this recipient; asking again would change nothing. A refused sender, or one who has to sign
 * in first, is for whoever runs Rollcall to put right, and then all that waits arrives.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { data } = smtpFailure.safeParse(error)
  const isRecipient = data?.code === "EENVELOPE" && data.command === "RCPT TO"
  return isRecipient && (data.responseCode ?? 0) >= 500 && data.responseCode !== authenticateFirst
}

/** RFC 4954: what comes before it, even the recipient, is not looked at. */
const authenticateFirst = 530

function cut(text: string, password: string): string {
  const secrets = [password, decodeURIComponent(password)].filter((secret) => secret !== "")
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), text).slice(0, 500)
}
