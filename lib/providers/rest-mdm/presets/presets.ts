import type { Preset } from "@/lib/providers/rest-mdm/config/preset"
import { blackglove } from "./blackglove"
import { fleet } from "./fleet"
import { intune } from "./intune"
import { jamfPro } from "./jamf-pro"
import { kandji } from "./kandji"
import { micromdm } from "./micromdm"
import { mosyle } from "./mosyle"
import { restMdm } from "./rest-mdm"
import { simplemdm } from "./simplemdm"

/** The MDMs that are connected by a data file. */
export const presets = {
  "jamf-pro": jamfPro,
  simplemdm,
  fleet,
  kandji,
  intune,
  mosyle,
  micromdm,
  blackglove,
  "rest-mdm": restMdm,
} satisfies Record<string, Preset>

type RestProviderId = keyof typeof presets

/** Makes something of each preset. */
export function fromPresets<T>(make: (id: RestProviderId, preset: Preset) => T): Record<RestProviderId, T> {
  return {
    "jamf-pro": make("jamf-pro", jamfPro),
    simplemdm: make("simplemdm", simplemdm),
    fleet: make("fleet", fleet),
    kandji: make("kandji", kandji),
    intune: make("intune", intune),
    mosyle: make("mosyle", mosyle),
    micromdm: make("micromdm", micromdm),
    blackglove: make("blackglove", blackglove),
    "rest-mdm": make("rest-mdm", restMdm),
  }
}
