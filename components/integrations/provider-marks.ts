import type { ProviderId } from "@/lib/domain/provider-id"

/** A letter or two for each provider, drawn by us; none of their trade marks. */
export const providerMarks: Record<ProviderId, { letter: string; className: string }> = {
  addigy: { letter: "A", className: "fill-mark" },
  "azure-iot-hub": { letter: "Az", className: "fill-mark" },
  "jamf-pro": { letter: "J", className: "fill-mark" },
  simplemdm: { letter: "S", className: "fill-mark" },
  fleet: { letter: "F", className: "fill-mark" },
  kandji: { letter: "K", className: "fill-mark" },
  intune: { letter: "In", className: "fill-mark" },
  mosyle: { letter: "Mo", className: "fill-mark" },
  micromdm: { letter: "µ", className: "fill-mark" },
  blackglove: { letter: "BG", className: "fill-mark" },
  "rest-mdm": { letter: "R", className: "fill-mark" },
}
