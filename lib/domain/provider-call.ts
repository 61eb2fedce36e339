import { z } from "zod"
import { providerErrorCode } from "./provider-error"

/** One request to a provider that was answered or failed; every try counts. */
export const providerCall = z.object({ seconds: z.number(), error: providerErrorCode.nullable() })
export type ProviderCall = z.infer<typeof providerCall>

/** The diagnostics channel on which connectors tell of their calls, to whoever counts them. */
export const providerCallChannel = "rollcall:provider-call"
