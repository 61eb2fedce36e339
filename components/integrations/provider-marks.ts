import type { ProviderId } from "@/lib/domain/provider-id"

type Mark = { name: string; letter: string; className: string }

const mark = (name: string, letter: string): Mark => ({ name, letter, className: "fill-mark" })

/** The name of each provider and a letter or two, drawn by us; none of their trade marks. All else is in the catalog, which pages do not carry. */
export const providerMarks: Record<ProviderId, Mark> = {
  addigy: mark("Addigy", "A"),
  "aws-iot": mark("AWS IoT", "Aw"),
  "azure-iot-hub": mark("Azure IoT Hub", "Az"),
  "jamf-pro": mark("Jamf Pro", "J"),
  simplemdm: mark("SimpleMDM", "S"),
  fleet: mark("Fleet", "F"),
  kandji: mark("Kandji (Iru)", "K"),
  intune: mark("Microsoft Intune", "In"),
  mosyle: mark("Mosyle", "Mo"),
  micromdm: mark("MicroMDM", "µ"),
  blackglove: mark("Black Glove", "BG"),
  "rest-mdm": mark("Another MDM (REST)", "R"),
}
