import { parseArgs } from "node:util"
import { prisma } from "@/lib/db/client"
import { open, seal } from "@/lib/secrets"
import type { Command } from "./command"
import { withDatabase } from "./with-database"

export const rotateKeys: Command = {
  name: "rotate-keys",
  usage: "",
  summary:
    "Encrypts all stored credentials with the first key of ROLLCALL_ENCRYPTION_KEYS; older keys can then go.",
  run: async (args) => {
    parseArgs({ args, options: {} })
    await withDatabase(async () => console.log(await rotateCredentials()))
  },
}

/** One integration at a time; one that is edited meanwhile was encrypted with the first key by that edit. */
async function rotateCredentials(): Promise<string> {
  const newest = seal({}, "").keyId
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
  const logins = await rotateLogins(newest)
  const people = logins === 0 ? "" : ` and ${logins} logins of members`
  return `${rotated} integrations${people} encrypted anew; all use the key "${newest}" now.`
}

async function rotateLogins(newest: string): Promise<number> {
  const old = await prisma().integrationLogin.findMany({ where: { keyId: { not: newest } } })
  let rotated = 0
  for (const { id, username, ciphertext, keyId } of old) {
    const sealed = seal(openOf({ name: username, id, ciphertext, keyId }), id)
    const { count } = await prisma().integrationLogin.updateMany({ where: { id, keyId }, data: sealed })
    rotated += count
  }
  return rotated
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
