import { ProviderError } from "@/lib/domain/provider-error"
import { open } from "@/lib/secrets"

type Columns = { id: string; credentialsCiphertext: Uint8Array | null; credentialsKeyId: string | null }

/** An integration's credentials in plain text, empty when it has none. Throws a ProviderError with the remedy. */
export function openCredentials(columns: Columns): Record<string, string> {
  const { id, credentialsCiphertext: ciphertext, credentialsKeyId: keyId } = columns
  if (ciphertext === null || keyId === null) return {}
  try {
    return open({ ciphertext, keyId }, id)
  } catch (cause) {
    const why = cause instanceof Error && cause.message.startsWith("The key ") ? ` ${cause.message}` : ""
    const message = `The stored credentials cannot be decrypted.${why} Put the key back, or enter the credentials again.`
    throw new ProviderError({ code: "misconfigured", message, cause })
  }
}
