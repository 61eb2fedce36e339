import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import { z } from "zod"
import { env } from "@/lib/env"

export type Sealed = { ciphertext: Uint8Array<ArrayBuffer>; keyId: string }

const nonceBytes = 12
const tagBytes = 16

/**
 * Encrypts credentials with the newest key (AES-256-GCM). `aad` ties them to their owner, an integration's id: copied into
 * another row they do not open. The ciphertext is nonce, encrypted JSON and tag.
 */
export function seal(plain: Record<string, string>, aad: string): Sealed {
  const [newest] = encryptionKeys()
  if (newest === undefined) throw new Error("ROLLCALL_ENCRYPTION_KEYS holds no key.")
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv("aes-256-gcm", newest.key, nonce).setAAD(Buffer.from(aad))
  const body = [cipher.update(JSON.stringify(plain), "utf8"), cipher.final()]
  return {
    ciphertext: Uint8Array.from(Buffer.concat([nonce, ...body, cipher.getAuthTag()])),
    keyId: newest.id,
  }
}

/** Decrypts what `seal` made. Throws when the key is not there any more, or the ciphertext or its owner is another. */
export function open({ ciphertext, keyId }: { ciphertext: Uint8Array; keyId: string }, aad: string) {
  const found = encryptionKeys().find(({ id }) => id === keyId)
  if (found === undefined) {
    throw new Error(`The key "${keyId}" that encrypted them is not in ROLLCALL_ENCRYPTION_KEYS.`)
  }
  const bytes = Buffer.from(ciphertext)
  const decipher = createDecipheriv("aes-256-gcm", found.key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(aad))
    .setAuthTag(bytes.subarray(-tagBytes))
  const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
  return z.record(z.string(), z.string()).parse(JSON.parse(plain.toString("utf8")))
}

/** The same for the same text, and telling nothing of it to who has not the newest key. */
export function fingerprint(text: string): string {
  const [newest] = encryptionKeys()
  if (newest === undefined) throw new Error("ROLLCALL_ENCRYPTION_KEYS holds no key.")
  return createHmac("sha256", newest.key).update(text).digest("base64url")
}

/** Ids of the keys that are there, the one that encrypts first. */
export const encryptionKeyIds = (): string[] => encryptionKeys().map(({ id }) => id)

/** The keys of ROLLCALL_ENCRYPTION_KEYS, newest first. Throws when one is not `id:base64` of 32 bytes. */
function encryptionKeys(): { id: string; key: Buffer }[] {
  return env()
    .ROLLCALL_ENCRYPTION_KEYS.split(",")
    .map((text) => {
      const [id = "", encoded = ""] = text.trim().split(":", 2)
      const key = Buffer.from(encoded, "base64")
      if (id !== "" && key.length === 32) return { id, key }
      throw new Error(
        'ROLLCALL_ENCRYPTION_KEYS must be a comma list of "id:base64 of 32 random bytes". Make one with: npm run rollcall -- key',
      )
    })
}
