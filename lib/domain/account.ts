import { z } from "zod"
import { providerId } from "./provider-id"
import { retention, retentionUpdate } from "./retention"

export const role = z.enum(["ADMIN", "MEMBER", "VIEWER"])
export type Role = z.infer<typeof role>

/** Where an account's MDM devices come from (S0-DETECT). `database`: kept by hand, scheduled MDM syncs skip it. */
export const deviceSource = z.union([z.literal("database"), providerId])
export type DeviceSource = z.infer<typeof deviceSource>

/** Who is asking, and for which account. Every verb takes one and checks it itself. */
export type Actor = {
  userId: string
  userName: string
  accountId: string
  role: Role
  /** How they came in; tokens never see what only a signed-in admin may. */
  via: "session" | "token" | "cli"
}

/** `GET /api/account`. */
export const accountView = z.object({
  id: z.uuid(),
  name: z.string(),
  deviceSource,
  /** What the one who asks may do here. */
  role,
  /** Days that things are kept (O-RETAIN). */
  retention,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type AccountView = z.infer<typeof accountView>

/** `PATCH /api/account`: what is left out stays as it is. */
export const accountUpdate = z.object({
  name: z.string().trim().min(1, "Give the account a name.").max(200).optional(),
  deviceSource: deviceSource.optional(),
  retention: retentionUpdate.optional(),
})
export type AccountUpdate = z.infer<typeof accountUpdate>
