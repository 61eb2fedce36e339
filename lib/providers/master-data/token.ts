import { z } from "zod"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Http } from "@/lib/http/open-http"
import { type Patience, patient } from "@/lib/http/patience"
import type { MasterDataCredentials } from "./settings"

const reply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().default(300) })

/** Renewed so long before it ends, in milliseconds. */
const marginMs = 60_000

export type Tokens = {
  /** A bearer token that is good for another while. */
  token(patience?: Patience): Promise<string>
  /** Forgets one that was refused. */
  forget(): void
}

type Opening = {
  /** Of the authority; null where the token is given. */
  http: Http | null
  credentials: MasterDataCredentials
  scope: string | null
  /** Told of every token that is fetched, so that nobody repeats it. */
  keepSecret: (token: string) => void
  now?: () => number
}

/**
 * The bearer token: the one that was given, or one from Entra ID by client credentials
 * (`POST /{tenant}/oauth2/v2.0/token`), kept until shortly before it ends.
 */
export function openTokens({ http, credentials, scope, keepSecret, now = Date.now }: Opening): Tokens {
  if ("bearerToken" in credentials || http === null) {
    const token = "bearerToken" in credentials ? credentials.bearerToken : ""
    return { token: async () => token, forget: () => {} }
  }
  const { tenantId, clientId, clientSecret } = credentials
  let kept: { token: string; until: number } | null = null
  return {
    forget: () => {
      kept = null
    },
    token: async (patience = patient) => {
      if (kept !== null && now() < kept.until) return kept.token
      const form = {
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
        scope: scope ?? `api://${clientId}/.default`,
      }
      const path = `/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
      const parsed = reply.safeParse((await http.request({ method: "POST", path, form }, patience)).json)
      if (!parsed.success)
        throw new ProviderError({
          code: "bad_response",
          message: "The sign-in service answered without a token. Check the authority's address.",
        })
      const { access_token: token, expires_in: seconds } = parsed.data
      keepSecret(token)
      kept = { token, until: now() + seconds * 1000 - marginMs }
      return token
    },
  }
}
