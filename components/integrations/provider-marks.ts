import type { ProviderId } from "@/lib/domain/provider-id"

/** A letter or two for each provider, drawn by us; none of their trade marks. */
export const providerMarks: Record<ProviderId, { letter: string; className: string }> = {
  addigy: { letter: "A", className: "fill-mark" },
  "azure-iot-hub": { letter: "Az", className: "fill-mark" },
}
