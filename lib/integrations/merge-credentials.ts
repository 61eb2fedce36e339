import { RequestError } from "@/lib/domain/problem"
import { addressChanges, type SettingsChange } from "./address-changes"
import { openCredentials } from "./open-credentials"

type Stored = Parameters<typeof openCredentials>[0]

/**
 * Stored credentials with newly given ones over them, so that a form need not repeat the others; an empty text removes one.
 * The stored ones are decrypted only if they are needed, and never for another address than the one they were given for:
 * throws 422 then, unless all are given anew.
 */
export function mergeCredentials(
  stored: Stored & { credentialKeys: string[] },
  given: Record<string, string> = {},
  settings: SettingsChange,
): Record<string, string> {
  const isWhole = stored.credentialKeys.every((key) => key in given)
  if (!isWhole && addressChanges(settings)) {
    const message =
      "The address changed, so the stored credentials are not sent there. Enter the credentials again."
    const missing = stored.credentialKeys.filter((key) => !(key in given))
    throw new RequestError(
      422,
      message,
      Object.fromEntries(missing.map((key) => [`credentials.${key}`, [message]])),
    )
  }
  const merged = { ...(isWhole ? {} : openCredentials(stored)), ...given }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ""))
}
