/** A thing type. Times in milliseconds. */
export type ThingType = {
  name: string
  description: string | null
  searchable: string[]
  tags: Record<string, string>
  createdAt: number
  deprecatedAt: number | null
}

const made = Date.UTC(2025, 3, 1, 8)

export const firstTypes: ThingType[] = [
  type("pump", "Centrifugal pumps of the water works"),
  type("valve", "Motor valves"),
  type("climate-sensor", "Temperature and humidity"),
  type("camera", null),
  type("gateway", "Greengrass gateways of the halls"),
  { ...type("edge-box", "Small computers at the line"), tags: { iotEdge: "True", owner: "plant-it" } },
  { ...type("legacy-meter", "Meters that are no longer bought"), deprecatedAt: Date.UTC(2026, 1, 1) },
]

export function type(name: string, description: string | null): ThingType {
  return {
    name,
    description,
    searchable: ["site"],
    tags: { owner: "plant-it" },
    createdAt: made,
    deprecatedAt: null,
  }
}
