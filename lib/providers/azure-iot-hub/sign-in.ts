import { z } from "zod"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Http } from "@/lib/http/open-http"
import { quick } from "@/lib/http/patience"
import { signSas } from "./sas-token"
import type { Access } from "./settings"

/** Gives the Authorization header for the next call. `renew` forgets a token that was refused; false when there is none to renew. */
export type SignIn = { authorization(): Promise<string>; renew(): boolean }

/** Signs with a shared access key: a new token for each call costs nothing. */
export function signWithKey(access: Extract<Access, { kind: "sas" }>): SignIn {
  return { authorization: async () => signSas(access, Date.now()), renew: () => false }
}

/** So long before a token of Entra ID ends, in seconds, the next one is fetched. */
const margin = 300

const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

type Entra = {
  access: Extract<Access, { kind: "entra" }>
  /** A client at the sign-in address. */
  http: Http
  /** Takes each token, so that it is cut out of whatever is shown. */
  keepSecret: (token: string) => void
}

/** Signs in with Entra ID by client credentials (§A.2 of the provider facts); a token is used until shortly before it ends. */
export function signInWithEntra({ access, http, keepSecret }: Entra): SignIn {
  let token: { value: string; renewAt: number } | null = null

  async function fetchToken(): Promise<string> {
    const { tenantId, clientId, clientSecret } = access
    const form = {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: "https://iothubs.azure.net/.default",
    }
    const path = `/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
    const { json } = await http.request({ method: "POST", path, form }, quick)
    const reply = tokenReply.safeParse(json)
    if (!reply.success)
      throw new ProviderError({
        code: "bad_response",
        message: "Entra ID's reply holds no access token. Check the sign-in address.",
      })
    const { access_token: value, expires_in: seconds } = reply.data
    token = { value, renewAt: Date.now() + Math.max(seconds - margin, seconds / 2) * 1000 }
    keepSecret(value)
    return value
  }

  return {
    authorization: async () => {
      const held = token !== null && token.renewAt > Date.now() ? token.value : null
      return `Bearer ${held ?? (await fetchToken())}`
    },
    renew: () => {
      const had = token !== null
      token = null
      return had
    },
  }
}
