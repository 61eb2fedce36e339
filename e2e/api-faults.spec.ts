import { signIn } from "./sign-in"
import { expect, test } from "./test"

test("O-LIMITS what no route of the API can answer is a problem in JSON, and never a bare page", async ({
  page,
}) => {
  await signIn(page)
  const ask = async (method: string, address: string) => {
    const reply = await page.request.fetch(address, { method })
    expect(reply.headers()["content-type"], `${method} ${address}`).toBe("application/problem+json")
    expect(await reply.json()).toMatchObject({ status: reply.status(), detail: expect.any(String) })
    return { status: reply.status(), allow: reply.headers().allow, detail: (await reply.json()).detail }
  }
  expect(await ask("GET", "/api/%zz")).toMatchObject({
    status: 400,
    detail: expect.stringContaining("decoded"),
  })
  expect(await ask("GET", "/api/devices/%zz")).toMatchObject({ status: 400 })
  expect(await ask("DELETE", "/api/devices")).toMatchObject({ status: 405, allow: "GET, POST" })
  expect(await ask("GET", "/api/integrations/mdm/sync")).toMatchObject({
    status: 405,
    detail: "/api/integrations/mdm/sync takes POST, not GET.",
  })
  expect(await ask("GET", "/api")).toMatchObject({ status: 404 })
  expect(await ask("PUT", "/api/nothing")).toMatchObject({ status: 404 })
  expect((await page.request.get("/api/devices")).status()).toBe(200)
  expect((await page.request.get("/api/metrics")).headers()["content-type"]).toContain("text/plain")
})
