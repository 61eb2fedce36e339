import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { AttributeValue } from "./attribute-value"

test("an attribute with parts of its own is indented JSON, in which a list of numbers keeps to one line", () => {
  const value = { rates: [[12, 125, 0], [-1.5]], names: ["a, [ 1 ]"] }
  const shown = renderToStaticMarkup(<AttributeValue value={value} />).replaceAll("&quot;", '"')
  expect(shown).toContain("    [12, 125, 0],\n    [-1.5]\n")
  expect(shown).toContain('[\n    "a, [ 1 ]"\n  ]')
})
