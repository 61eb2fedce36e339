import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/** Expects that axe finds nothing on the page, once it is all there, that WCAG 2.2 AA or good practice forbids. */
export async function expectNoFaults(page: Page): Promise<void> {
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0)
  await expect(page.locator("h1")).toHaveCount(1) // while a page streams in, its parts are there twice
  await expectNoFaultsNow(page)
}

/** The same of whatever is to be seen at the moment. */
export async function expectNoFaultsNow(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
  await expectNothing(page, builder(page).withTags(tags))
}

/** Expects that all text can be read on its ground: what another theme changes. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothing(page, builder(page).withRules("color-contrast"))
}

const builder = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] })

async function expectNothing(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
  )
  expect(told, page.url()).toEqual([])
}
