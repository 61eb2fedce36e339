import type { z } from "zod"
import type { Json } from "@/lib/domain/json"
import { RequestError } from "@/lib/domain/problem"
import type { Provider } from "@/lib/domain/provider"

export type Connection = { settings: Record<string, Json>; credentials: Record<string, string> }

/**
 * What an admin gave, as the provider's own schemas read it. Throws 422 with the errors by field: `settings.policyId`,
 * `credentials.apiKey`.
 */
export function parseConnection(provider: Provider, given: Connection): Connection {
  const settings = provider.settings.safeParse(given.settings)
  if (!settings.success) throw refusal("settings", settings.error)
  const credentials = provider.credentials(settings.data).safeParse(given.credentials)
  if (!credentials.success) throw refusal("credentials", credentials.error)
  return { settings: settings.data, credentials: credentials.data }
}

function refusal(part: string, { issues }: z.ZodError): RequestError {
  const errors: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = [part, ...path].join(".")
    errors[field] = [...(errors[field] ?? []), message]
  }
  return new RequestError(422, issues.map(({ message }) => message).join(" "), errors)
}
