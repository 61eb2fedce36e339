import { expect, type Page } from "@playwright/test"
import { expectContrast, expectNoFaults } from "./expect-no-faults"

/**
 * Expects of what is on the page: nothing for axe to find on a phone in dark, no faint text on a desk in light, nothing wider than
 * the screen.
 */
export async function expectFaultless(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  await page.setViewportSize({ width: 1440, height: 900 })
  await expectContrast(page)
  await expectFaultlessOnPhone(page)
}

/** The half of it that finds most. */
export async function expectFaultlessOnPhone(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoFaults(page)
  await expectToFit(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectToFit(page)
}

async function expectToFit(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 }
  const needed = () => page.evaluate(() => document.documentElement.scrollWidth)
  // A popup follows the new width a moment later
  await expect.poll(needed, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(width)
}

declare global {
  interface Window {
    /** Where `hearComplaints` listens. */
    reportToTest: (text: string) => Promise<number>
  }
}

/** What the browser complains of from now on: errors on its console, and what the content security policy refused. */
export async function hearComplaints(page: Page): Promise<string[]> {
  const heard: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} ${message.location().url}`)
  })
  page.on("pageerror", (error) => heard.push(error.message))
  await page.exposeFunction("reportToTest", (text: string) => heard.push(text))
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      void window.reportToTest(`${violatedDirective} refused ${blockedURI}`)
    })
  })
  return heard
}
