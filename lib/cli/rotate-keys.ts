import { parseArgs } from "node:util"
import { prisma } from "@/lib/db/client"
import { open, seal } from "@/lib/secrets"
import type { Command } from "./command"
import { withDatabase } from "./with-database"

export const rotateKeys: Command = {
  name: "rotate-keys",
  usage: "",
  summary:
    "Encrypts all stored credentials and webhook secrets with the first key of ROLLCALL_ENCRYPTION_KEYS; older keys can then go.",
  run: async (args) => {
    parseArgs({ args, options: {} })
    await withDatabase(async () => {
      const newest = seal({}, "").keyId
      const [integrations, webhooks] = [await rotateCredentials(newest), await rotateSecrets(newest)]
      const done = `${integrations} integrations and ${webhooks} webhooks encrypted anew`
      console.log(`${done}; all use the key "${newest}" now.`)
    })
  },
}

/** One integration at a time; one that is edited meanwhile was encrypted with the first key by that edit. */
async function rotateCredentials(newest: string): Promise<number> {
  const old = await prisma().integration.findMany({
    where: { credentialsKeyId: { not: newest } },
    select: { id: true, name: true, credentialsCiphertext: true, credentialsKeyId: true },
  })
  let rotated = 0
  for (const { id, name, credentialsCiphertext: ciphertext, credentialsKeyId: keyId } of old) {
    if (ciphertext === null || keyId === null) continue
    const sealed = seal(openOf({ name, id, ciphertext, keyId }), id)
    const { count } = await prisma().integration.updateMany({
      where: { id, credentialsKeyId: keyId, credentialsCiphertext: ciphertext },
      data: { credentialsCiphertext: sealed.ciphertext, credentialsKeyId: sealed.keyId },
    })
    rotated += count
  }
  return rotated
}

/** The same for the secrets that webhooks are signed with. */
async function rotateSecrets(newest: string): Promise<number> {
  const old = await prisma().webhookEndpoint.findMany({ where: { secretKeyId: { not: newest } } })
  for (const { id, name, secretCiphertext: ciphertext, secretKeyId: keyId } of old) {
    const sealed = seal(openOf({ name, id, ciphertext, keyId }), id)
    await prisma().webhookEndpoint.updateMany({
      where: { id, secretKeyId: keyId },
      data: { secretCiphertext: sealed.ciphertext, secretKeyId: sealed.keyId },
    })
  }
  return old.length
}

type Kept = { id: string; name: string; ciphertext: Uint8Array; keyId: string }

function openOf({ id, name, ...sealed }: Kept): Record<string, string> {
  try {
    return open(sealed, id)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause
    throw new Error(
      `The credentials of "${name}" cannot be decrypted, so nothing further was done: ${reason}`,
      { cause },
    )
  }
}
