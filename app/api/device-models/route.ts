import { answer, handle } from "@/app/api/handle"
import { deviceModelInput, deviceModelQuery } from "@/lib/domain/device-model"
import { listModels } from "@/lib/inventory/device-models/list-models"
import { createModel } from "@/lib/inventory/device-models/own/own-models"

export const GET = handle(async ({ actor, query }) => listModels(actor, query(deviceModelQuery)))

/** Makes a model of the account's own. */
export const POST = handle(async ({ actor, body }) =>
  answer(await createModel(actor, await body(deviceModelInput)), 201),
)
