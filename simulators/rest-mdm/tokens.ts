import type { World } from "./world"

/** Gives out a token that nobody had before. */
export function giveToken({ tokens }: World): string {
  const token = `token-${tokens.size + 1}-${Buffer.from(`given ${tokens.size + 1}`).toString("base64url")}`
  tokens.set(token, 0)
  return token
}

/** Whether a request carries a token that still serves; each list that it is used for counts. */
export function takesToken({ tokens, faults }: World, authorization: string | undefined): boolean {
  const token = authorization?.replace(/^Bearer /, "") ?? ""
  const used = tokens.get(token)
  const limit = faults.find("short_tokens")?.lists ?? Number.POSITIVE_INFINITY
  if (used === undefined || used >= limit || !authorization?.startsWith("Bearer ")) return false
  tokens.set(token, used + 1)
  return true
}
