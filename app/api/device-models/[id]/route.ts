import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { getModel } from "@/lib/inventory/device-models/get-model"
import { deleteModel } from "@/lib/inventory/device-models/own/own-models"

export const GET = handle(async ({ actor, params }) => getModel(actor, params(byId).id))

export const DELETE = handle(async ({ actor, params }) => {
  await deleteModel(actor, params(byId).id)
  return new Response(null, { status: 204 })
})
