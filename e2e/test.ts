import { test as base, expect, type Page } from "@playwright/test"

export { expect, type Locator, type Page } from "@playwright/test"

/**
 * Playwright's test, with a page that is there once whenever it was opened: what the server streams lies hidden in the
 * document until React moves it to its place, and where React was faster with its own, both are there for a moment.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page)
    const reload = page.reload.bind(page)
    page.goto = (url, options) => settled(page, goto(url, options))
    page.reload = (options) => settled(page, reload(options))
    await use(page)
  },
})

async function settled<T>(page: Page, opening: Promise<T>): Promise<T> {
  const response = await opening
  await expect(
    page.locator("div[hidden][id^='S:']"),
    "streamed parts of the page in their places",
  ).toHaveCount(0)
  return response
}
