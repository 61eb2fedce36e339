"use server"
import { cookies } from "next/headers"
import { accountChoice, chooseAccount } from "@/lib/accounts/choose-account"
import { accountCookie } from "@/lib/auth/session-member"
import { readNotifications } from "@/lib/domain/notification"
import { env } from "@/lib/env"
import { markRead } from "@/lib/notifications/mark-read"
import { runAction } from "./run-action"

export const markReadAction = async (input: unknown) =>
  runAction({ schema: readNotifications, input, act: markRead })

/** Works in another of one's accounts from now on. */
export const chooseAccountAction = async (input: unknown) =>
  runAction({
    schema: accountChoice,
    input,
    act: async (actor, choice) => {
      const { id } = await chooseAccount(actor, choice)
      const secure = env().NEXTAUTH_URL.startsWith("https://")
      const cookie = { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: 31_536_000 } as const
      ;(await cookies()).set(accountCookie, id, cookie)
      return null
    },
  })
