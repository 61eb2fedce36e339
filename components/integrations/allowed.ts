import type { Role } from "@/lib/domain/account"

/** Why this role may not change integrations; null when it may. */
export const whyNotManage = (role: Role): string | null =>
  role === "ADMIN" ? null : "Only an admin of your account can change integrations."

/** Why this role may not start a sync; null when it may. */
export const whyNotSync = (role: Role): string | null =>
  role === "VIEWER" ? "Viewers cannot start a sync. Ask a member or an admin of your account." : null
