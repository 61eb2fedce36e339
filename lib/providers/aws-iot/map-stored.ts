import { z } from "zod"
import { json } from "@/lib/domain/json"
import { mapDeployments } from "./map-deployments"
import type { Mapped } from "./map-each"
import { mapThingTypes } from "./map-thing-types"
import { mapThings } from "./map-things"
import type { AwsStream } from "./streams"

const evidence = z.object({
  edge: z.enum(["core device list", "core shadow", "type tag"]).nullable(),
  core: json,
  components: z.array(json).nullable(),
  indexed: json,
})

const stored = {
  devices: z.object({
    reply: json,
    evidence: z.record(z.string(), evidence),
    undecided: z.array(z.string()),
  }),
  "device-models": z.object({ reply: json, tags: z.array(z.array(json)) }),
  "edge-device-models": z.object({ deployments: z.array(json) }),
}

/** Maps a stored page again, as a read would have (N-REPLAY). */
export function mapStored(stream: AwsStream, raw: string): Mapped {
  const page: unknown = JSON.parse(raw)
  switch (stream) {
    case "devices":
      return mapThings(stored[stream].parse(page))
    case "device-models":
      return mapThingTypes(stored[stream].parse(page))
    case "edge-device-models":
      return mapDeployments(stored[stream].parse(page))
  }
}
