import { prisma } from "@/lib/db/client"
import { isId } from "./find-account"

/** The integration meant by an id or a name. Throws when there is none, or several have the name. */
export async function findIntegration(idOrName: string) {
  const where = { deletedAt: null, ...(isId(idOrName) ? { id: idOrName } : { name: idOrName }) }
  const found = await prisma().integration.findMany({ where, include: { account: true }, take: 20 })
  const [only, ...more] = found
  if (only === undefined) throw new Error(`There is no integration "${idOrName}".`)
  if (more.length === 0) return only
  const list = found.map(({ id, account }) => `  ${id}  of ${account.name}`).join("\n")
  throw new Error(`Several integrations are called "${idOrName}"; give the id:\n${list}`)
}
