import type { Json } from "@/lib/domain/json"
import type { Condition, Operand, Selected } from "./parse"

type Twin = { [key: string]: Json }

/** Root properties by lower-case name: they may be asked for in any case and come back in Azure's. */
const canonical = new Map(
  [
    "deviceId",
    "moduleId",
    "etag",
    "deviceEtag",
    "status",
    "statusReason",
    "statusUpdateTime",
    "connectionState",
    "lastActivityTime",
    "cloudToDeviceMessageCount",
    "authenticationType",
    "x509Thumbprint",
    "modelId",
    "version",
    "configurations",
    "tags",
    "properties",
    "capabilities",
    "deviceScope",
    "parentScopes",
  ].map((name) => [name.toLowerCase(), name]),
)

/** True, false, or undefined where a property that is compared is not there: such a twin is left out, by a NOT too. */
export function holds(condition: Condition, twin: Twin): boolean | undefined {
  switch (condition.kind) {
    case "and": {
      const [left, right] = [holds(condition.left, twin), holds(condition.right, twin)]
      return left === false || right === false
        ? false
        : left === undefined || right === undefined
          ? undefined
          : true
    }
    case "or": {
      const [left, right] = [holds(condition.left, twin), holds(condition.right, twin)]
      return left === true || right === true
        ? true
        : left === undefined || right === undefined
          ? undefined
          : false
    }
    case "not": {
      const inner = holds(condition.inner, twin)
      return inner === undefined ? undefined : !inner
    }
    case "defined":
      return valueAt(condition.path, twin) !== undefined
    case "starts": {
      const value = valueAt(condition.path, twin)
      return typeof value === "string" ? value.startsWith(condition.text) : undefined
    }
    case "compare":
      return compare(condition.sign, operandIn(condition.left, twin), operandIn(condition.right, twin))
    case "in": {
      const value = operandIn(condition.left, twin)
      if (value === undefined) return undefined
      return condition.values.some((one) => operandIn(one, twin) === value) !== condition.negated
    }
  }
}

/** One row of a projection, its keys named after the last step of a path. */
export function project(selected: Selected[], twin: Twin): Twin {
  const row: Twin = {}
  for (const item of selected) {
    if (item.kind === "count") continue
    const value = valueAt(item.path, twin)
    const last = item.path.at(-1) ?? ""
    const name = item.path.length === 1 ? (canonical.get(last.toLowerCase()) ?? last) : last
    if (value !== undefined) row[item.as ?? name] = value
  }
  return row
}

const operandIn = (operand: Operand, twin: Twin): Json | undefined =>
  operand.kind === "value" ? operand.value : valueAt(operand.path, twin)

function valueAt([first = "", ...rest]: string[], twin: Twin): Json | undefined {
  let value: Json | undefined = twin[canonical.get(first.toLowerCase()) ?? first]
  for (const step of rest) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined
    value = value[step]
  }
  return value
}

/** Only primitives of one type can be compared. */
function compare(sign: string, left: Json | undefined, right: Json | undefined): boolean | undefined {
  if (left === undefined || right === undefined) return undefined
  if (sign === "=") return left === right
  if (sign === "!=" || sign === "<>") return left !== right
  if (typeof left === "string" && typeof right === "string")
    return inOrder(sign, left < right ? -1 : left > right ? 1 : 0)
  if (typeof left === "number" && typeof right === "number") return inOrder(sign, left - right)
  return undefined
}

function inOrder(sign: string, difference: number): boolean {
  switch (sign) {
    case "<":
      return difference < 0
    case "<=":
      return difference <= 0
    case ">":
      return difference > 0
    default:
      return difference >= 0
  }
}
