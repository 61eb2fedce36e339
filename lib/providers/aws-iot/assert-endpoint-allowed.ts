import { ProviderError } from "@/lib/domain/provider-error"
import { assertUrlAllowed, RefusedAddress } from "@/lib/http/address-guard"
import { readAllowList } from "@/lib/http/allow-list"
import type { AwsIotSettings } from "./settings"

/** Throws ProviderError `misconfigured` for an endpoint of the settings that may not be asked. */
export function assertEndpointAllowed({ endpoint }: AwsIotSettings, allowedPrivateHosts: string[]): void {
  if (endpoint === null) return
  try {
    assertUrlAllowed(new URL(endpoint), readAllowList(allowedPrivateHosts))
  } catch (cause) {
    if (!(cause instanceof RefusedAddress)) throw cause
    throw new ProviderError({ code: "misconfigured", message: cause.message, cause })
  }
}
