"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { deviceModelInput } from "@/lib/domain/device-model"
import { createModel, deleteModel } from "@/lib/inventory/device-models/own/own-models"

export const createModelAction = async (input: unknown) =>
  runAction({ schema: deviceModelInput, input, act: createModel })

export const deleteModelAction = async (input: unknown) =>
  runAction({ schema: z.object({ id: z.uuid() }), input, act: (actor, { id }) => deleteModel(actor, id) })
