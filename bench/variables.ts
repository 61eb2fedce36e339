import { randomBytes } from "node:crypto"
import { newEncryptionKey } from "@/lib/tooling/keys"

/** The environment of Rollcall's programs in a benchmark, with keys of their own. */
export const variables = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  ROLLCALL_ENCRYPTION_KEYS: newEncryptionKey(),
  NEXTAUTH_SECRET: randomBytes(24).toString("base64"),
  ROLLCALL_ALLOWED_PRIVATE_HOSTS: "127.0.0.1",
  WORKER_PORT: "0",
  LOG_LEVEL: "warn",
})
