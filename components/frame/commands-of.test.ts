import { Plug } from "lucide-react"
import { expect, test } from "vitest"
import { type Command, fitting } from "./commands-of"

const command = (label: string, words = ""): Command => ({
  id: label,
  label,
  note: null,
  words,
  Icon: Plug,
  run: () => {},
})

const commands = [command("Holds", "approve"), command("Sync Addigy now"), command("Syncs", "runs")]
const labels = (typed: string) => fitting(commands, typed).map(({ label }) => label)

test("the palette offers everything until something is typed", () => {
  expect(labels("  ")).toHaveLength(3)
})

test("the palette finds by every word typed, in any order and case, in names and in other words for them", () => {
  expect(labels("addigy SYNC")).toEqual(["Sync Addigy now"])
  expect(labels("approve")).toEqual(["Holds"])
  expect(labels("nowhere")).toEqual([])
})

test("what begins with what is typed comes first", () => {
  expect(fitting([command("Go to syncs"), command("Syncs")], "sy").map(({ label }) => label)).toEqual([
    "Syncs",
    "Go to syncs",
  ])
})
