import { createAccount } from "@/lib/accounts/create-account"
import { createUser } from "@/lib/accounts/create-user"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { settingsOf } from "@/lib/integrations/settings-of"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"

/** How to sign in to the demo; all three have the same password. */
export const demoPassword = "rollcall-demo"
export const demoUsers = [
  { email: "admin@example.com", name: "Ada Admin", role: "ADMIN" },
  { email: "member@example.com", name: "Milo Member", role: "MEMBER" },
  { email: "viewer@example.com", name: "Vera Viewer", role: "VIEWER" },
] as const

/**
 * The demo's account, its people, and an Addigy integration that talks to the simulator and has never run. What is there
 * already stays as it is, but for the simulator's address, which may be another at every start.
 */
export async function seedDemo(simulator: { url: string; apiKey: string }): Promise<void> {
  const accountId = await findOrCreateAccount("Larkspur Studio")
  for (const user of demoUsers) {
    const known = await prisma().user.findUnique({ where: { email: user.email } })
    if (known === null) await createUser(prisma(), { accountId, password: demoPassword, ...user })
  }
  await findOrCreateIntegration(accountId, simulator)
}

async function findOrCreateAccount(name: string): Promise<string> {
  const known = await prisma().account.findFirst({ where: { name }, orderBy: { createdAt: "asc" } })
  return (known ?? (await createAccount(prisma(), { name }))).id
}

async function findOrCreateIntegration(accountId: string, { url, apiKey }: { url: string; apiKey: string }) {
  const name = "Addigy (demo)"
  const known = await prisma().integration.findFirst({ where: { accountId, name } })
  if (known === null) {
    const settings = { apiVersion: "v2", baseUrl: url }
    const input = integrationInput.parse({ provider: "addigy", name, settings, credentials: { apiKey } })
    const connecting = { check: true, providers: registry, catalog, now: new Date() }
    await createIntegration(await adminOf(accountId), input, connecting)
    return
  }
  const settings = settingsOf(known)
  if (settings.baseUrl === url) return
  await prisma().integration.update({
    where: { id: known.id },
    data: { settings: { ...settings, baseUrl: url } },
  })
}

async function adminOf(accountId: string): Promise<Actor> {
  const { user } = await prisma().membership.findFirstOrThrow({
    where: { accountId, role: "ADMIN" },
    include: { user: true },
  })
  return { userId: user.id, userName: user.name, accountId, role: "ADMIN", via: "cli" }
}
