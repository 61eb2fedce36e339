import type { StreamId } from "@/lib/domain/provider-id"

/** What each kind of record is called. */
const names: Record<StreamId, string> = {
  devices: "Devices",
  "device-models": "Device models",
  "edge-device-models": "Edge device models",
}

/** The name of a stream; one that is not known any more goes by its id. */
export function streamName(stream: string): string {
  const known: Record<string, string> = names
  return known[stream] ?? stream
}
