import type { AuthPart } from "@/lib/providers/rest-mdm/config/auth"
import { fill } from "@/lib/providers/rest-mdm/fill"
import type { Token } from "./ask-token"

/** What a request carries to prove who sends it. */
export type Proof = { headers: Record<string, string>; query: Record<string, string> }

export type Auth = {
  prove(): Promise<Proof>
  /** Forgets the tokens, after a refusal. */
  renew(): void
}

type TokenPart = Extract<AuthPart, { type: "oauth2_client_credentials" | "login_token" }>

type Opening = {
  parts: AuthPart[]
  credentials: Record<string, string>
  askToken: (part: TokenPart) => Promise<Token>
  now: () => number
}

/** Combines the ways to prove who we are. Tokens are asked for when first needed and again shortly before they end. */
export function openAuth({ parts, credentials, askToken, now }: Opening): Auth {
  const tokens = new Map<TokenPart, { header: string; until: number }>()
  const put = (text: string) => fill(text, credentials)

  async function headersOf(part: AuthPart): Promise<Record<string, string>> {
    switch (part.type) {
      case "none":
      case "query":
        return {}
      case "header":
        return part.headers === undefined
          ? { [part.name]: put("{{credentials.apiKey}}") }
          : Object.fromEntries(Object.entries(part.headers).map(([name, value]) => [name, put(value)]))
      case "basic":
        return { authorization: basic(put(part.username), put(part.password)) }
      case "bearer":
        return { authorization: `${part.prefix} ${put(part.token)}`.trim() }
      case "oauth2_client_credentials":
        return { authorization: await tokenHeader(part, "Bearer") }
      case "login_token":
        return { [part.header]: await tokenHeader(part, part.prefix) }
    }
  }

  async function tokenHeader(part: TokenPart, prefix: string): Promise<string> {
    const known = tokens.get(part)
    if (known !== undefined && now() < known.until) return known.header
    const { token, lifeMs } = await askToken(part)
    const header = `${prefix} ${token}`.trim()
    // A token that lives shorter than we would refresh it early serves for half its life
    const until = now() + Math.max(lifeMs - part.early_refresh_s * 1000, lifeMs / 2)
    tokens.set(part, { header, until })
    return header
  }

  return {
    async prove() {
      const proof: Proof = { headers: {}, query: {} }
      for (const part of parts) {
        Object.assign(proof.headers, await headersOf(part))
        if (part.type === "query")
          for (const [name, value] of Object.entries(part.params)) proof.query[name] = put(value)
      }
      return proof
    },
    renew: () => tokens.clear(),
  }
}

/** The value of a Basic authorization header. */
export const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`
