import { signIn } from "./sign-in"
import { controlSimulator } from "./simulator"
import { demoCard } from "./sync-now"
import { expect, type Page, test } from "./test"

test.afterEach(() => controlSimulator({ faults: [] }))

/** What on the page moves, or would when it changes. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const looks = [...document.querySelectorAll("*")].flatMap((element) =>
      [undefined, "::before", "::after"].map((part) => ({ element, look: getComputedStyle(element, part) })),
    )
    const isMoving = ({ animationName, transitionDuration, transitionProperty }: CSSStyleDeclaration) =>
      animationName !== "none" ||
      (transitionProperty !== "none" &&
        transitionDuration.split(",").some((time) => Number.parseFloat(time) > 0))
    const styled = looks
      .filter(({ look }) => isMoving(look))
      .map(({ element }) => element.outerHTML.slice(0, 120))
    const running = document.getAnimations().map(({ id, playState }) => `animation ${id} ${playState}`)
    return [...styled, ...running]
  })

test("reduced motion is respected: nothing moves, not even while a sync runs; without the wish something does", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" })
  await signIn(page)
  await controlSimulator({ faults: [{ kind: "slow", ms: 12_000, on: "devices" }] })
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(demoCard(page)).toContainText(/Connecting|Reading/)
  expect(await moving(page)).toEqual([])
  await page.keyboard.press("Control+k")
  await expect(page.getByRole("combobox", { name: "Search or go to" })).toBeFocused()
  expect(await moving(page)).toEqual([])
  await page.keyboard.press("Escape")
  await demoCard(page).getByRole("button", { name: "View History" }).click()
  await expect(page.getByRole("dialog").getByRole("region", { name: "Syncs" })).toBeVisible()
  expect(await moving(page)).toEqual([])
  await page.keyboard.press("Escape")
  await page.emulateMedia({ reducedMotion: "no-preference" })
  expect(await moving(page)).not.toEqual([])
  await page.goto("/syncs")
  await page.getByRole("region", { name: "Syncs" }).locator("tbody a").first().click()
  await expect(page.getByRole("list", { name: "Phases" })).toContainText("under way")
  expect(await moving(page)).not.toEqual([])
  await page.emulateMedia({ reducedMotion: "reduce" })
  expect(await moving(page)).toEqual([])
})
