import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { RegionDay } from "@/lib/domain/region-day"
import { RegionTable } from "./region-table"

const day = (date: string, region: string | null, circuits: number): RegionDay => ({
  date,
  region,
  circuits,
  milesPlanned: 4,
  percentComplete: 40,
  totalUnits: null,
  unitsApproved: null,
  unitsRefused: null,
  unitsPending: null,
})

/** The first cells of the table's rows, and its heading, as text. */
function shown(days: RegionDay[]) {
  const markup = renderToStaticMarkup(<RegionTable days={days} />)
  const text = (html = "") =>
    html
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim()
  const rows = markup.split(/<tr[^>]*>/).slice(2)
  const cells = rows.map((row) => row.split("</td>").slice(0, 2).map(text).join(" | "))
  return { title: text(/<h2.*?<\/h2>/.exec(markup)?.[0]), cells }
}

test("S2-SNAPSHOT every region is shown by its newest day, told where it is not that of the others", () => {
  const { title, cells } = shown([
    day("2026-03-02", "West", 7),
    day("2026-03-02", "North", 1),
    day("2026-03-02", null, 3),
    day("2026-03-03", "North", 2),
    day("2026-03-03", null, 4),
  ])
  expect(title).toBe("Regions on 3 Mar 2026")
  expect(cells).toEqual(["North | 2", "West on 2 Mar 2026 | 7", "no region | 4"])
})
