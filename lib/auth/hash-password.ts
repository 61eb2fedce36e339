import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 2 ** 20 }
const keyBytes = 32

/** Hashes a password for keeping: `scrypt$N$salt$key`, salt and key in base64. Takes about 0.2 s and 64 MB. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password.normalize("NFKC"), salt, keyBytes, cost)
  return ["scrypt", cost.N, salt.toString("base64"), key.toString("base64")].join("$")
}

/** Whether this is the password of that hash. Without a hash it takes as long and says no, so that nobody learns who exists. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [scheme, n, salt = "", key = ""] = (hash ?? `scrypt$${cost.N}$AAAAAAAAAAAAAAAAAAAAAA==$`).split("$")
  const expected = Buffer.from(key, "base64")
  const options = { ...cost, N: Number(n) }
  const derived = await derive(password.normalize("NFKC"), Buffer.from(salt, "base64"), keyBytes, options)
  return scheme === "scrypt" && expected.length === keyBytes && timingSafeEqual(derived, expected)
}
