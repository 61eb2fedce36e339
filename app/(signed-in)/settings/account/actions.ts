"use server"
import { runAction } from "@/app/(signed-in)/run-action"
import { updateAccount } from "@/lib/accounts/update-account"
import { accountUpdate } from "@/lib/domain/account"

export const updateAccountAction = async (input: unknown) =>
  runAction({ schema: accountUpdate, input, act: updateAccount })
