import type { Api } from "./api"
import { itemsIn } from "./list-parts"
import { thing } from "./shapes"

/** The AWS account whose things these credentials read; null where it has none, or the server names no account. */
export async function findAccount(api: Api): Promise<string | null> {
  const { json } = await api.listThings({ size: 1 })
  return accountIn(thing.safeParse(itemsIn(json, "things")[0]).data?.thingArn)
}

/** The account in an ARN of AWS IoT: `arn:aws:iot:eu-central-1:123456789012:thing/pump-1` (facts C.2). */
export const accountIn = (arn: string | null | undefined): string | null =>
  /^arn:[^:]*:iot:[^:]*:(\d+):/.exec(arn ?? "")?.[1] ?? null
