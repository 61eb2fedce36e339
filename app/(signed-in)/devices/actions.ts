"use server"
import { runAction } from "@/app/(signed-in)/run-action"
import { deviceInput } from "@/lib/domain/device-input"
import { createDevice } from "@/lib/inventory/devices/create-device"

export const createDeviceAction = async (input: unknown) =>
  runAction({ schema: deviceInput, input, act: createDevice })
