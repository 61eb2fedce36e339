import type { Actor, Role } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"

const rank: Record<Role, number> = { VIEWER: 0, MEMBER: 1, ADMIN: 2 }

/** Lets pass who has at least this role in their account; throws 403 that names the role needed. */
export function authorize(actor: Actor, needed: Role): void {
  if (rank[actor.role] >= rank[needed]) return
  throw new RequestError(
    403,
    `This needs the role ${needed}; yours is ${actor.role}. Ask an admin of your account.`,
  )
}
