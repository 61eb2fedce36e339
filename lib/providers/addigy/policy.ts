import { ProviderError } from "@/lib/domain/provider-error"
import { readText } from "@/lib/domain/read-value"
import type { Addigy } from "./api"
import type { AddigyDevice } from "./device"

export type Policy = { id: string; name: string }

/** Whether a device is in a policy, by what it says itself; null when it says nothing. Addigy's own filter is not to be trusted. */
export function isInPolicy(device: AddigyDevice, policyId: string): boolean | null {
  const wanted = policyId.toLowerCase()
  const list = device.fact("policy_ids")
  if (Array.isArray(list) && list.length > 0) return list.some((id) => readText(id)?.toLowerCase() === wanted)
  const single = readText(list) ?? readText(device.fact("policy_id"))
  return single === null ? null : single.toLowerCase() === wanted
}

/** Throws `misconfigured` when the policy that was chosen is not among those there are. */
export function assertPolicyIn(policies: Policy[], policyId: string): void {
  if (policies.some(({ id }) => id.toLowerCase() === policyId.toLowerCase())) return
  const names = policies.slice(0, 10).map(({ name }) => name)
  const more = policies.length > names.length ? ` and ${policies.length - names.length} more` : ""
  const choice =
    names.length > 0
      ? `Choose one of these: ${names.join(", ")}${more}.`
      : "The credentials see no policy at all."
  throw new ProviderError({
    code: "misconfigured",
    message: `Addigy has no policy ${policyId.slice(0, 100).toWellFormed()}. ${choice}`,
  })
}

/** The same for a read that found nothing. Lets it pass where the credentials may not list policies. */
export async function assertPolicyExists(addigy: Addigy, policyId: string): Promise<void> {
  const policies = await listPoliciesIfAllowed(addigy)
  if (policies !== null) assertPolicyIn(policies, policyId)
}

/** Null when the credentials may not list policies, or the address has no such list. */
export async function listPoliciesIfAllowed(addigy: Addigy): Promise<Policy[] | null> {
  try {
    return await addigy.listPolicies()
  } catch (error) {
    if (error instanceof ProviderError && (error.code === "forbidden" || error.code === "not_found"))
      return null
    throw error
  }
}
