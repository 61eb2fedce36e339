"use server"
import { updateAccount } from "@/lib/accounts/update-account"
import { accountUpdate } from "@/lib/domain/account"
import { runAction } from "../../run-action"

export const updateAccountAction = async (input: unknown) =>
  runAction({ schema: accountUpdate, input, act: updateAccount })
