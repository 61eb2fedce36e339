import type { Preset } from "@/lib/providers/rest-mdm/config/preset"
import { restMdm } from "./rest-mdm"

/** No product or API of this name is known (providers/addigy-and-other-mdms.md, B.1), so nothing is filled in and no endpoint invented. */
export const blackglove: Preset = {
  ...restMdm,
  name: "Black Glove",
  summary: "No public API of it is known, so nothing is filled in: you say where its devices are listed.",
}
