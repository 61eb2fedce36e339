import { z } from "zod"

/** The kinds of system Rollcall can connect. A new connector adds its id here, and the compiler asks for the rest. */
export const providerId = z.enum([
  "addigy",
  "jamf-pro",
  "simplemdm",
  "fleet",
  "kandji",
  "intune",
  "mosyle",
  "micromdm",
  "blackglove",
  "rest-mdm",
  "azure-iot-hub",
  "aws-iot",
])
export type ProviderId = z.infer<typeof providerId>

/** What a provider manages: the schedule default and the `deviceSource` rule (S0-DETECT) hang on it. */
export const providerFamily = z.enum(["mdm", "iot", "workstudio", "master-data"])
export type ProviderFamily = z.infer<typeof providerFamily>

/** One kind of record that a provider yields. */
export const streamId = z.enum(["devices", "device-models", "edge-device-models"])
export type StreamId = z.infer<typeof streamId>
