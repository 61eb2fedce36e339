"use server"
import { deviceInput } from "@/lib/domain/device-input"
import { createDevice } from "@/lib/inventory/devices/create-device"
import { runAction } from "../run-action"

export const createDeviceAction = async (input: unknown) =>
  runAction({ schema: deviceInput, input, act: createDevice })
