import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { type Patience, patient } from "@/lib/http/patience"
import { providerWords } from "@/lib/http/provider-words"
import type { HttpReply } from "@/lib/http/send-once"
import type { Auth } from "./auth/open-auth"
import type { RestConfig } from "./config/config"
import { credentialsIn } from "./config/expand"
import { fill, fillAll } from "./fill"
import type { Line } from "./open-line"

export type ApiCall = {
  method: "GET" | "POST"
  paths: string[]
  query: [string, string][]
  body: Json | undefined
  accept?: number[]
}

export type ApiReply = HttpReply & { retries: number }
export type Api = {
  ask(call: ApiCall, patience?: Patience): Promise<ApiReply>
  /** Throws `bad_response` with the service's own words: for a 200 that reports an error. */
  refuse(reply: HttpReply): never
  line: Line
  config: RestConfig
  /** Credentials that go out in addresses, which services like to repeat in their replies. */
  inAddresses: string[]
}

type Opening = {
  config: RestConfig
  line: Line
  auth: Auth
  credentials: Record<string, string>
  secrets: string[]
  /** How often a call is tried again. */
  retries: number
}

/** Sends calls with the proof of who we are. A token that is refused is asked for anew, once. */
export function openApi({ config, line, auth, credentials, secrets, retries }: Opening): Api {
  const usual = { ...patient, retries }

  async function send(call: ApiCall, accept: number[], patience: Patience = usual): Promise<ApiReply> {
    const proof = await auth.prove()
    const common = Object.entries(config.headers).map(([name, value]) => [name, fill(value, credentials)])
    const query = [...call.query, ...Object.entries(proof.query)]
    return line.request(
      {
        method: call.method,
        paths: call.paths,
        query: query.map(([name, value]) => [name, fill(value, credentials)]),
        headers: { ...Object.fromEntries(common), ...proof.headers },
        ...(call.body === undefined ? {} : { body: fillAll(call.body, credentials) }),
        accept,
      },
      patience,
    )
  }

  return {
    config,
    line,
    inAddresses: [...credentialsIn(queriesOf(config))].flatMap((key) => credentials[key] ?? []),
    async ask(call, patience) {
      const accept = call.accept ?? []
      const mayRenew = config.auth.some(({ type }) => type.startsWith("oauth2") || type === "login_token")
      const first = await send(call, mayRenew ? [...accept, 401] : accept, patience)
      if (first.status !== 401 || !mayRenew) return first
      auth.renew()
      const second = await send(call, accept, patience)
      return { ...second, retries: first.retries + second.retries }
    },
    refuse(reply) {
      throw new ProviderError({
        code: "bad_response",
        message: `${line.host} answered, but with an error: ${providerWords(reply.text, secrets) ?? "it gives no reason"}. Check the credentials and the settings.`,
        providerSaid: providerWords(reply.text, secrets),
      })
    },
  }
}

const queriesOf = ({ auth, list, test }: RestConfig) => [
  auth.filter(({ type }) => type === "query"),
  list.flatMap(({ query, count }) => [query, count?.query]),
  test?.query,
]
