import type { Errand } from "@/lib/domain/errand"
import { ProviderError } from "@/lib/domain/provider-error"
import type { WorkstudioCredentials } from "./settings"
import { workstudioCredentials } from "./settings"

/** In whose name a call is made; null is the integration's own service account. */
export type As = { id: string | null; username: string; authorization: string }

export type Logins = ReturnType<typeof openLogins>

/** The credentials of a session (S2-CREDENTIALS): the service account, and those of users. */
export function openLogins(own: WorkstudioCredentials, errand: Errand) {
  const all = new Map<string | null, As>([[null, asOf(null, own)]])
  for (const { id, credentials } of errand.logins ?? []) {
    const { success, data } = workstudioCredentials.safeParse(credentials)
    if (success) all.set(id, asOf(id, data))
  }
  const usual = errand.order ?? []
  const judged = new Map<string | null, "accepted" | "refused">()
  const barred = new Set<string | null>()

  async function judge(id: string | null, verdict: "accepted" | "refused"): Promise<void> {
    if (judged.get(id) === verdict) return
    judged.set(id, verdict)
    await errand.judged?.(id, verdict)
  }

  /** Who has not been refused yet, the preferred first, the service account at the end; who was told 403 comes after them. */
  function candidates(preferred: string[]): As[] {
    const order = [...new Set<string | null>([...preferred, ...usual, null])]
    return [...order.filter((id) => !barred.has(id)), ...order.filter((id) => barred.has(id))].flatMap(
      (id) => {
        const login = all.get(id)
        return login === undefined || judged.get(id) === "refused" ? [] : [login]
      },
    )
  }

  return {
    /**
     * Makes a call with the first login that WorkStudio takes and that may make it; a refused one is not tried again in this
     * session. Throws the last refusal when all are refused, and whatever else fails at once.
     */
    async use<T>(preferred: string[], call: (as: As) => Promise<T>): Promise<T> {
      let refusal: unknown = null
      for (const login of candidates(preferred)) {
        try {
          const result = await call(login)
          await judge(login.id, "accepted")
          return result
        } catch (error) {
          if (!(error instanceof ProviderError)) throw error
          if (error.code === "unauthorized") await judge(login.id, "refused")
          // A member without the right to a view: the service account may have it
          else if (error.code === "forbidden" && login.id !== null) barred.add(login.id)
          else throw error
          refusal = error
        }
      }
      throw refusal ?? allRefused()
    },
    secrets: (): string[] =>
      [...all.values()].flatMap(({ authorization }) => [authorization.replace("Basic ", "")]),
  }
}

function asOf(id: string | null, { username, password }: WorkstudioCredentials): As {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`
  return { id, username, authorization }
}

const allRefused = () =>
  new ProviderError({
    code: "unauthorized",
    message: "WorkStudio refused all credentials of this integration. Enter valid ones.",
  })
