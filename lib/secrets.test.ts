import { expect, test } from "vitest"
import { testDatabase } from "@/lib/tooling/test-database"
import { open, seal } from "./secrets"

testDatabase() // sets the environment, keys included

const plain = { apiKey: "super-secret-üñï" }

test("O-SECRETS sealed credentials open for their owner and show nothing of themselves", () => {
  const sealed = seal(plain, "integration-1")
  expect(Buffer.from(sealed.ciphertext).includes("super-secret")).toBe(false)
  expect(open(sealed, "integration-1")).toEqual(plain)
})

test("O-SECRETS sealing twice gives different ciphertexts", () => {
  expect(seal(plain, "a").ciphertext).not.toEqual(seal(plain, "a").ciphertext)
})

test("O-SECRETS credentials copied to another integration do not open", () => {
  expect(() => open(seal(plain, "integration-1"), "integration-2")).toThrow()
})

test("O-SECRETS one flipped bit is noticed", () => {
  const sealed = seal(plain, "a")
  sealed.ciphertext[15] = (sealed.ciphertext[15] ?? 0) ^ 1
  expect(() => open(sealed, "a")).toThrow()
})

test("O-SECRETS a key that is gone is named", () => {
  expect(() => open({ ...seal(plain, "a"), keyId: "2019" }, "a")).toThrow('The key "2019"')
})
