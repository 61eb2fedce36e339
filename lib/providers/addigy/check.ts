import { ProviderError } from "@/lib/domain/provider-error"
import type { Check } from "@/lib/domain/session"
import { quick } from "@/lib/http/patience"
import type { Addigy } from "./api"
import { assertPolicyIn, listPoliciesIfAllowed, type Policy } from "./policy"

const needed = "View Devices"

/** Whether the credentials can read devices, and which policies there are to choose from. */
export async function checkAddigy(addigy: Addigy, host: string): Promise<Check> {
  const { apiVersion, policyId } = addigy.settings
  if (apiVersion === "v2") await assertMayViewDevices(addigy, host)
  // v1 has no list of permissions; its policies are what credentials are commonly tried with
  const policies = apiVersion === "v2" ? await listPoliciesIfAllowed(addigy) : await addigy.listPolicies()
  if (policyId !== null && policies !== null) assertPolicyIn(policies, policyId)
  return {
    detail: detailOf({ apiVersion, policyId, policies, host }),
    warnings:
      policies === null
        ? [
            "These credentials may not list policies, so none can be offered. Enter the policy's id, or leave it empty for all devices.",
          ]
        : [],
    choices: { policyId: (policies ?? []).map(({ id, name }) => ({ value: id, label: name })) },
  }
}

async function assertMayViewDevices(addigy: Addigy, host: string): Promise<void> {
  const permissions = await addigy.listPermissions()
  if (permissions === null) {
    await addigy.searchDevices(1, 1, quick)
    return
  }
  if (permissions.some((permission) => plain(permission) === plain(needed))) return
  throw new ProviderError({
    code: "forbidden",
    message: `${host} accepts the API key, but it lacks the "${needed}" permission. Add it in Addigy under Account → Integrations.`,
  })
}

function detailOf(found: {
  apiVersion: string
  policyId: string | null
  policies: Policy[] | null
  host: string
}): string {
  const { apiVersion, policyId, policies, host } = found
  const chosen = policies?.find(({ id }) => id.toLowerCase() === policyId?.toLowerCase())
  const scope = policyId === null ? "all policies" : `the policy ${chosen?.name ?? policyId}`
  const seen =
    policies === null
      ? ""
      : ` ${policies.length} ${policies.length === 1 ? "policy is" : "policies are"} visible.`
  return `Connected to Addigy at ${host} (API ${apiVersion}). Devices of ${scope} will be read.${seen}`
}

const plain = (permission: string): string => permission.toLowerCase().replace(/[^a-z]/g, "")
