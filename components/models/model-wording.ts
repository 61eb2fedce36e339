import type { DeviceModelView, ModelOrigin } from "@/lib/domain/device-model"

export const originNames: Record<ModelOrigin, string> = {
  source: "From its source",
  hand: "Added by hand",
  rollcall: "Created by Rollcall",
}

/** Who says that there is such a model. */
export const sourceWords = ({ origin, source }: Pick<DeviceModelView, "origin" | "source">): string =>
  source === null ? originNames[origin] : source.name
