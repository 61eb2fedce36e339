import path from "node:path"
import type { Page } from "@playwright/test"

/** Keeps a picture of the page. `npm run screenshots` puts them where the README shows them. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS || "test-results/screenshots"
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
