import { seal } from "@/lib/secrets"

/** The columns that hold an integration's credentials, sealed to its id; all empty when there are none. */
export function sealCredentials(credentials: Record<string, string>, integrationId: string) {
  const credentialKeys = Object.keys(credentials).sort()
  if (credentialKeys.length === 0) {
    return { credentialsCiphertext: null, credentialsKeyId: null, credentialKeys }
  }
  const { ciphertext, keyId } = seal(credentials, integrationId)
  return { credentialsCiphertext: ciphertext, credentialsKeyId: keyId, credentialKeys }
}
