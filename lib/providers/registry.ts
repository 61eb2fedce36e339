import type { Provider } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { addigy } from "./addigy/session"

/** Every connector. Server only. */
export const registry: Record<ProviderId, Provider> = {
  addigy,
}
