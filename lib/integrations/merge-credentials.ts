import { openCredentials } from "./open-credentials"

type Stored = Parameters<typeof openCredentials>[0]

/**
 * Stored credentials with newly given ones over them, so that a form need not repeat the others; an empty text removes one.
 * The stored ones are decrypted only if they are needed.
 */
export function mergeCredentials(
  stored: Stored & { credentialKeys: string[] },
  given: Record<string, string> = {},
): Record<string, string> {
  const isWhole = stored.credentialKeys.every((key) => key in given)
  const merged = { ...(isWhole ? {} : openCredentials(stored)), ...given }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ""))
}
