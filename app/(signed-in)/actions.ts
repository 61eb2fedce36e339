"use server"
import { readNotifications } from "@/lib/domain/notification"
import { markRead } from "@/lib/notifications/mark-read"
import { runAction } from "./run-action"

export const markReadAction = async (input: unknown) =>
  runAction({ schema: readNotifications, input, act: markRead })
