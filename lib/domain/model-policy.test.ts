import { expect, test } from "vitest"
import { z } from "zod"
import { modelFields } from "./model-fields"
import { modelSettings } from "./model-policy"

const settings = z.strictObject(modelSettings)

test("S3-MODEL what the wizard asks is what the settings take, and what it starts with is the usual", () => {
  const initial = Object.fromEntries(modelFields.map(({ key, initial }) => [key, initial]))
  expect(settings.parse(initial)).toEqual(settings.parse({}))
  expect(settings.parse({})).toEqual({ modelPolicy: "skip", defaultModel: null })
})

test("S3-MODEL a blank default model is none, and an unheard-of policy is refused with what it may be", () => {
  expect(settings.parse({ defaultModel: "  " })).toMatchObject({ defaultModel: null })
  expect(settings.safeParse({ modelPolicy: "maybe" }).error?.message).toContain(
    'modelPolicy must be \\"skip\\" or \\"create\\".',
  )
})
