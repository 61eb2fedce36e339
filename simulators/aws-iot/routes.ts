/** What a request asks for: the IAM action it needs, the service it is signed for, and the name in its path. */
export type Route = {
  action: string
  service: "iot" | "iotdata" | "greengrass" | "sts"
  call: string
  name: string
}

type Known = [method: string, path: RegExp, action: string, service: Route["service"], call: string]

/** The calls that there are, by path (facts C.1). `call` is how faults and counts name them. */
const known: Known[] = [
  ["GET", /^\/things$/, "iot:ListThings", "iot", "devices"],
  ["GET", /^\/things\/([^/]+)\/shadow$/, "iot:GetThingShadow", "iotdata", "shadow"],
  [
    "GET",
    /^\/api\/things\/shadow\/ListNamedShadowsForThing\/([^/]+)$/,
    "iot:ListNamedShadowsForThing",
    "iotdata",
    "shadows",
  ],
  ["GET", /^\/things\/([^/]+)$/, "iot:DescribeThing", "iot", "describe-thing"],
  ["GET", /^\/thing-types$/, "iot:ListThingTypes", "iot", "types"],
  ["GET", /^\/thing-types\/([^/]+)$/, "iot:DescribeThingType", "iot", "describe-type"],
  ["GET", /^\/tags$/, "iot:ListTagsForResource", "iot", "tags"],
  ["GET", /^\/indexing\/config$/, "iot:GetIndexingConfiguration", "iot", "indexing"],
  ["POST", /^\/indices\/search$/, "iot:SearchIndex", "iot", "search"],
  ["GET", /^\/greengrass\/v2\/coreDevices$/, "greengrass:ListCoreDevices", "greengrass", "cores"],
  [
    "GET",
    /^\/greengrass\/v2\/coreDevices\/([^/]+)\/installedComponents$/,
    "greengrass:ListInstalledComponents",
    "greengrass",
    "components",
  ],
  ["GET", /^\/greengrass\/v2\/coreDevices\/([^/]+)$/, "greengrass:GetCoreDevice", "greengrass", "core"],
  ["GET", /^\/greengrass\/v2\/deployments$/, "greengrass:ListDeployments", "greengrass", "deployments"],
  ["GET", /^\/greengrass\/v2\/deployments\/([^/]+)$/, "greengrass:GetDeployment", "greengrass", "deployment"],
  ["POST", /^\/$/, "sts:AssumeRole", "sts", "role"],
]

/** Null for what is no call, or one that writes. */
export function routeOf(method: string, path: string): Route | null {
  for (const [wanted, pattern, action, service, call] of known) {
    const found = wanted === method ? pattern.exec(path) : null
    if (found !== null) return { action, service, call, name: decodeURIComponent(found[1] ?? "") }
  }
  return null
}
