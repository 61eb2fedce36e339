import path from "node:path"
import { expect, type Page } from "@playwright/test"
import sharp from "sharp"
import { expectNoFaults, expectNoFaultsNow } from "@/e2e/expect-no-faults"

const folder = path.resolve("docs/screenshots")
/** Less than half the size, and no colour further off than the eye can tell. */
const fewColours = { palette: true, quality: 100, dither: 0, effort: 7 }
const themes = ["light", "dark"] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const
const [desk, , phone] = sizes
/** A state that is not a page of its own: once wide and light, once narrow and dark. */
const fewSizes = [desk, phone]

/** A page in both themes and all widths. Expects that axe finds no fault and that nothing is wider than the screen. */
export async function picturePage(page: Page, name: string): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    for (const size of sizes) await picture(page, `${name}-${size.width}-${colorScheme}`, size)
    await expectNoFaults(page)
  }
  await asUsual(page)
}

type StateOptions = {
  /** It is only ever seen on a phone. */
  isOfPhone?: boolean
  /** Looked at while it is still being read. */
  isLoading?: boolean
  /** The heading that stands at the top of the picture, where it is not the page's own; in the dark it may be another. */
  at?: string
  atInDark?: string
}

/** A state, wide and light, and narrow and dark; with the same expectations. */
export async function pictureState(page: Page, name: string, options: StateOptions = {}): Promise<void> {
  for (const [at, colorScheme] of themes.entries()) {
    const size = (options.isOfPhone ? phone : fewSizes[at]) ?? phone
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const heading = colorScheme === "dark" ? (options.atInDark ?? options.at) : options.at
    await picture(page, `${name}-${size.width}-${colorScheme}`, size, heading)
    await (options.isLoading ? expectNoFaultsNow(page) : expectNoFaults(page))
  }
  await asUsual(page)
}

type Size = { width: number; height: number }

async function picture(page: Page, name: string, size: Size, at?: string): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(() => window.scrollTo(0, 0))
  if (at !== undefined) {
    await page.getByRole("heading", { name: at, exact: true }).evaluate((heading) => heading.scrollIntoView())
    // Where no bar lies over the top of the page, what stands above would be cut in two
    const hasBar = size === phone && (await page.getByRole("banner").count()) > 0
    if (!hasBar) await page.evaluate(() => window.scrollBy(0, 44))
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${name} is wider than the screen`).toBeLessThanOrEqual(size.width)
  await sharp(await page.screenshot())
    .png(fewColours)
    .toFile(path.join(folder, `${name}.png`))
  await page.evaluate(() => window.scrollTo(0, 0)) // a control half under the bar would be told as too small
}

async function asUsual(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  await page.setViewportSize({ width: 1440, height: 900 })
}
