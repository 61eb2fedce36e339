import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { thingArn } from "./arn"
import { ok } from "./page"
import { refuse } from "./refuse"
import type { Route } from "./routes"
import type { World } from "./world"

const reserved = "AWSManagedGreengrassV2Deployment"

/** Shadows: no thing here has a classic one; some have Greengrass's reserved one. */
export function answerShadow({ fleet, region }: World, { call, name }: Route, { url }: Asked): Reply {
  const thing = fleet.find(name)
  if (call === "shadows") {
    if (thing === null) return refuse(404, `Thing ${name} does not exist`)
    return ok({ results: thing.hasCoreShadow ? [reserved] : [], timestamp: 1_767_225_600 })
  }
  const wanted = url.searchParams.get("name")
  if (thing === null || !thing.hasCoreShadow || wanted !== reserved)
    return refuse(404, `No shadow exists with name: '${name}${wanted === null ? "" : `~${wanted}`}'`)
  const reported = { arnForStatus: thingArn(region, name), status: "SUCCEEDED", ggcVersion: "2.12.6" }
  return ok({ state: { reported }, metadata: {}, version: 4, timestamp: 1_767_225_600 })
}
