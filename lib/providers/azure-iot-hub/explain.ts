import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import type { Refusal } from "@/lib/http/explain-status"
import { errorCodeIn, wordsIn } from "./error-code"
import type { Access } from "./settings"

type Meaning = { code: ProviderErrorCode; message: string; retryAfterSeconds?: number | null }

/** A hub's refusals in the words of its admin (§A.9 of the provider facts); null where nothing is to be added to the general ones. */
export function explainHub(refusal: Refusal, access: Access): ProviderError | null {
  const meaning = meaningOf(refusal, { access, code: errorCodeIn(refusal.text) })
  if (meaning === null) return null
  return new ProviderError({
    retryAfterSeconds: refusal.retryAfterSeconds,
    providerSaid: refusal.said === null ? null : (wordsIn(refusal.said) ?? refusal.said),
    ...meaning,
  })
}

type Known = { access: Access; code: string | null }

function meaningOf(refusal: Refusal, known: Known): Meaning | null {
  const { status, host, path } = refusal
  const detail = known.code === null ? `${status}` : `${status} ${known.code}`
  switch (known.code) {
    case "IotHubNotFound":
      return {
        code: "unauthorized",
        message: `There is no IoT hub at ${host} (${detail}). Check the host name; a hub that was deleted answers so too.`,
      }
    case "IotHubQuotaExceeded":
      return {
        code: "quota_exhausted",
        message: `The hub has spent its messages of today (${detail}); they are counted anew from midnight UTC. Reading twins counts too: sync less often, or give the hub more units.`,
      }
    case "IotHubSuspended":
      return { code: "forbidden", message: `The hub is suspended (${detail}). Check the Azure subscription.` }
    case "OperationNotAvailableInCurrentTier":
      return {
        code: "forbidden",
        message: `The hub's tier has no device twins (${detail}). Rollcall needs a hub of the free or standard tier.`,
      }
    case "IotHubFailingOver":
      return {
        code: "unreachable",
        message: `The hub is failing over to another region (${detail}). Nothing is removed; the next run tries again.`,
      }
  }
  switch (status) {
    case 400:
      return {
        code: "misconfigured",
        message: `${host} did not accept the request (${detail}${said(refusal)}). Check that the address is an IoT hub's.`,
      }
    case 401:
    case 403:
      return {
        code: status === 401 ? "unauthorized" : "forbidden",
        message: refused({ detail, path, host }, known.access),
      }
    case 404:
      return {
        code: "not_found",
        message: `${host} has nothing at ${path} (${detail}). Check that the address is an IoT hub's.`,
      }
    case 429:
      return {
        code: "rate_limited",
        message: `${host} asks for fewer requests (${detail}). Set the hub's tier and units, so that Rollcall keeps to its limits, or sync less often.`,
        retryAfterSeconds: refusal.retryAfterSeconds ?? askedWait(refusal.text),
      }
    default:
      return null
  }
}

/** A call that needs a right of its own is told by its path. */
function refused(call: { detail: string; path: string; host: string }, access: Access): string {
  const needs = call.path.includes("/statistics")
    ? { permission: "RegistryRead", action: "Microsoft.Devices/IotHubs/statistics/read" }
    : { permission: "ServiceConnect", action: "Microsoft.Devices/IotHubs/twins/read" }
  if (access.kind === "sas")
    return `${call.host} refused the policy ${access.policy} (${call.detail}). Check that the key is current, that the policy has "${needs.permission}", that shared access policies are not switched off for the hub, and that this machine's clock is right.`
  return `${call.host} refused the application ${access.clientId} (${call.detail}). Give it the role "IoT Hub Data Reader" on the hub (it holds ${needs.action}); a new role takes some minutes to count.`
}

/** `Wait 10 seconds and try again` in a throttled reply. */
function askedWait(text: string): number | null {
  const seconds = /Wait (\d{1,4}) seconds/i.exec(text)?.[1]
  return seconds === undefined ? null : Number(seconds)
}

const said = ({ text }: Refusal): string => {
  const words = wordsIn(text)
  return words === null ? "" : `: ${words}`
}

/** Entra ID's refusals: its error bodies begin their description with a code such as AADSTS7000215. */
export function explainSignIn(
  refusal: Refusal,
  { tenantId, clientId }: { tenantId: string; clientId: string },
): ProviderError | null {
  const { status, host, text, said: providerSaid } = refusal
  if (status !== 400 && status !== 401 && status !== 404) return null
  const code = /AADSTS\d+/.exec(text)?.[0] ?? String(status)
  return new ProviderError({ code: "unauthorized", message: `${host} ${signInFault(code)}`, providerSaid })

  function signInFault(code: string): string {
    switch (code) {
      case "AADSTS90002":
      case "AADSTS900023":
        return `knows no tenant ${tenantId} (${code}). Check the tenant ID.`
      case "AADSTS700016":
        return `knows no application ${clientId} in this tenant (${code}). Check client ID and tenant ID.`
      case "AADSTS7000215":
        return `refused the client secret (${code}). Enter its value, not its ID; make a new one if it is lost.`
      case "AADSTS7000222":
        return `says that the client secret has expired (${code}). Make a new one and enter it in the integration.`
      default:
        return `refused the sign-in (${code}). Check tenant ID, client ID and client secret.`
    }
  }
}
