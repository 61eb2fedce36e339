import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { answerGreengrass } from "./answer-greengrass"
import { answerIndex } from "./answer-index"
import { answerRegistry } from "./answer-registry"
import { answerRole } from "./answer-role"
import { answerShadow } from "./answer-shadow"
import { checkSignature } from "./check-signature"
import { refuse } from "./refuse"
import { type Route, routeOf } from "./routes"
import type { World } from "./world"

/** Answers as AWS would: signature first, then permission, then throttling, then what was asked. */
export function answer(world: World, asked: Asked): Reply {
  const route = routeOf(asked.method, asked.url.pathname)
  if (route === null) return refuse(404, "no such operation", "UnknownOperationException")
  const { region, keys, faults, now } = world
  if (faults.find("no_greengrass") && route.service === "greengrass")
    return refuse(404, "no such operation", "UnknownOperationException")
  const unsigned = checkSignature(asked, { service: route.service, region, keys, now: now() })
  if (unsigned !== null) return unsigned
  if (faults.findAll("denied").some(({ actions }) => actions.includes(route.action)))
    return refuse(
      403,
      `User: arn:aws:iam::123456789012:user/rollcall is not authorized to perform: ${route.action}`,
    )
  if (!world.passes()) return refuse(429, "Rate exceeded")
  const failing = faults.findAll("failing").find(({ name }) => name === route.name)
  if (failing !== undefined) return refuse(failing.status, `simulated ${failing.status}`)
  return answerRoute(world, route, asked)
}

function answerRoute(world: World, route: Route, asked: Asked): Reply {
  switch (route.service) {
    case "iotdata":
      return answerShadow(world, route, asked)
    case "greengrass":
      return answerGreengrass(world, route, asked.url.searchParams)
    case "sts":
      return answerRole(world, asked)
    case "iot":
      return route.call === "search" || route.call === "indexing"
        ? answerIndex(world, route, asked)
        : answerRegistry(world, route, asked.url.searchParams)
  }
}
