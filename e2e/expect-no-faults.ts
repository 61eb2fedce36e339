import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/** Expects that axe finds nothing on the page that WCAG 2.2 AA or good practice forbids. */
export async function expectNoFaults(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1) // while a page streams in, its parts are there twice
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
  )
  expect(told, page.url()).toEqual([])
}
