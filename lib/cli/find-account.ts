import { z } from "zod"
import { prisma } from "@/lib/db/client"

/** The id of the account meant by an id or a name, or of the only one there is. Throws when it is not clear which. */
export async function findAccount(idOrName: string | undefined): Promise<string> {
  const where = idOrName === undefined ? {} : isId(idOrName) ? { id: idOrName } : { name: idOrName }
  const found = await prisma().account.findMany({ where, take: 20, orderBy: { createdAt: "asc" } })
  const [only, ...more] = found
  if (only === undefined) {
    const which = idOrName === undefined ? "There is no account yet." : `There is no account "${idOrName}".`
    throw new Error(`${which} Make one with: npm run rollcall -- account create --name <text>`)
  }
  if (more.length === 0) return only.id
  const list = found.map(({ id, name }) => `  ${id}  ${name}`).join("\n")
  throw new Error(`Several accounts fit; say which with --account <id>:\n${list}`)
}

export const isId = (text: string): boolean => z.uuid().safeParse(text).success
