import { z } from "zod"
import type { ListDefinition } from "./list-definition"

/**
 * A rule as master data sends it (`id` and `last_modified` are left behind). Commodity codes are prefixes: 2 digits name a
 * chapter, 10 a single commodity. A treatment is banned, `!` and a treatment bans all others, none bans always.
 */
const rule = z.object({
  country_of_origin: z
    .string({ error: "country_of_origin is not a text." })
    .trim()
    .regex(/^[A-Za-z]{2}$/, "country_of_origin is not a country code of two letters."),
  commodity_code: z
    .string({ error: "commodity_code is not a text; as a number it would lose its leading zeros." })
    .trim()
    .regex(/^\d{2,14}$/, "commodity_code is not a code of 2 to 14 digits."),
  type_of_treatment: z
    .string({ error: "type_of_treatment is neither a text nor null." })
    .trim()
    .max(200, "type_of_treatment is longer than 200 characters.")
    .refine((treatment) => !/^!\s*$/.test(treatment), "type_of_treatment is an exception from nothing.")
    .transform((treatment) => (treatment === "" ? null : treatment))
    .nullish()
    .transform((treatment) => treatment ?? null),
})

/** What may not be exported, by country of origin, commodity and treatment. */
export const ineligibleItems: ListDefinition = {
  id: "ineligible-items",
  name: "Ineligible items",
  noun: "ineligible items",
  path: "/trade/nirms/ineligible-items",
  fileName: "ineligible-items",
  envelope: "ineligibleItems",
  columns: [
    { key: "country_of_origin", label: "Country of origin" },
    { key: "commodity_code", label: "Commodity code" },
    { key: "type_of_treatment", label: "Treatment" },
  ],
  read: (sent) => {
    const parsed = rule.safeParse(sent)
    if (parsed.success) return { kind: "item", item: parsed.data }
    const [issue] = parsed.error.issues
    const path = issue?.path.join(".") || null
    return {
      kind: "fault",
      path,
      message: path === null ? "The entry is no object." : (issue?.message ?? ""),
    }
  },
  keyOf: ({ country_of_origin, commodity_code, type_of_treatment }) =>
    `${country_of_origin?.toLowerCase()}|${commodity_code}|${type_of_treatment?.toLowerCase() ?? ""}`,
  toStored: ({ country_of_origin = null, commodity_code = null, type_of_treatment = null }) => ({
    country_of_origin,
    commodity_code,
    type_of_treatment,
  }),
}
