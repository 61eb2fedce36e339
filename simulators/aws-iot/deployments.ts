import { draw, hex8 } from "@/simulators/random"
import { account } from "./arn"

/** A deployment; `revision` rises each time its target is deployed to anew. Times in milliseconds. */
export type Deployment = {
  id: string
  targetArn: string
  name: string | null
  revision: number
  status: "ACTIVE" | "COMPLETED" | "CANCELED" | "FAILED" | "INACTIVE"
  createdAt: number
  components: Record<string, string>
}

const made = Date.UTC(2026, 0, 12, 9)

/** The deployment to the thing group with this number, or to one thing. */
export function makeDeployment(
  seed: number,
  number: number,
  region: string,
  thing: string | null,
): Deployment {
  const group = `line-${String.fromCharCode(97 + (number % 26))}${number < 26 ? "" : Math.floor(number / 26)}`
  return {
    id: idOf(seed, number, 1),
    targetArn: `arn:aws:iot:${region}:${account}:${thing === null ? `thinggroup/${group}` : `thing/${thing}`}`,
    name: thing === null ? `Filter for ${group}` : null,
    revision: 1,
    status: "COMPLETED",
    createdAt: made + number * 60_000,
    components: { "aws.greengrass.Nucleus": "2.12.6", "com.example.Filter": "1.4.0" },
  }
}

/** The same target, deployed to anew: another deployment with another id. */
export function revise(seed: number, number: number, before: Deployment): Deployment {
  const revision = before.revision + 1
  return {
    ...before,
    id: idOf(seed, number, revision),
    revision,
    createdAt: before.createdAt + 3_600_000,
    components: { ...before.components, "com.example.Filter": `1.${3 + revision}.0` },
  }
}

function idOf(seed: number, number: number, revision: number): string {
  const low = hex8(draw(seed, number, 40 + revision))
  return `${hex8(draw(seed, number, 70 + revision))}-${low.slice(0, 4)}-4${low.slice(5)}-8${hex8(number).slice(5)}-${hex8(draw(seed, number, 90))}${hex8(revision).slice(4)}`
}
