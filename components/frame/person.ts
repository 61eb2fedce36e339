import type { Role } from "@/lib/domain/account"

/** Who is signed in, and where. */
export type Person = { name: string; role: Role; accountName: string }

export const roleNames: Record<Role, string> = { ADMIN: "Admin", MEMBER: "Member", VIEWER: "Viewer" }
