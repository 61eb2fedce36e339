import { expect, test } from "vitest"
import { apiMethods } from "@/lib/tooling/api-methods.mjs"
import { listRoutes } from "@/lib/tooling/test-api"
import { allowedAt, refuseEarly } from "./refuse-early"

const methods = apiMethods("app/api")
const refused = (method: string, pathname: string) => {
  const fault = refuseEarly({ method, pathname }, methods)
  return fault === null ? null : [fault.status, fault.message]
}
const id = "00000000-0000-7000-8000-000000000000"

test("the table of methods is that of the routes", () => {
  const routes = listRoutes().filter(({ address }) => !address.includes("[..."))
  expect(methods).toEqual(Object.fromEntries(routes.map(({ address, methods }) => [address, methods])))
})

test("O-LIMITS an address that cannot be decoded is a 400", () => {
  expect(refused("GET", "/api/%zz")).toEqual([400, expect.stringContaining("cannot be decoded")])
  expect(refused("GET", "/api/devices/%E0%A4%A")).toEqual([400, expect.any(String)])
})

test("O-LIMITS a method that a route has not is a 405 that names those it has", () => {
  expect(refused("DELETE", "/api/devices")).toEqual([405, "/api/devices takes GET, POST, not DELETE."])
  expect(refused("PATCH", `/api/devices/${id}`)).toEqual([405, `/api/devices/${id} takes GET, not PATCH.`])
  expect(refused("GET", "/api/integrations/mdm/sync")).toEqual([405, expect.stringContaining("takes POST")])
  expect(allowedAt("/api/devices/", methods)).toBe("GET, POST")
})

test("what a route answers itself is left to it: its methods, HEAD, OPTIONS, and addresses that nobody has", () => {
  const left = [
    ["GET", "/api/devices"],
    ["HEAD", "/api/devices"],
    ["OPTIONS", "/api/devices"],
    ["POST", `/api/integrations/${id}/sync`],
    ["PUT", "/api/nothing/here"],
    ["POST", "/api/auth/callback/credentials"],
  ] as const
  for (const [method, pathname] of left) expect(refused(method, pathname), pathname).toBeNull()
})
