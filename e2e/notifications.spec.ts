import { Webhook } from "standardwebhooks"
import { expectNoFaults } from "./expect-no-faults"
import { startReceiver } from "./receiver"
import { signIn } from "./sign-in"
import { expect, test } from "./test"

test("O-NOTIFY an admin chooses where news go, and adds a webhook, tries it, reads its log, redelivers and deletes", async ({
  page,
}) => {
  const receiver = await startReceiver()
  // Other news of the demo's fleet may come in between
  const tests = () => receiver.taken.filter(({ body }) => JSON.parse(body).type === "test")
  await signIn(page)
  await page.goto("/settings/notifications")
  await expect(page.getByRole("region", { name: "E-mail" })).toContainText("E-mail is not set up")

  const byEmail = page.getByRole("switch", { name: "Something is held: by e-mail" })
  await byEmail.uncheck()
  await expect(page.getByText("Notifications were saved")).toBeVisible()
  await page.reload()
  await expect(byEmail).not.toBeChecked()
  await byEmail.check()
  await expect(byEmail).toBeChecked()

  await page.getByRole("button", { name: "Add a webhook" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Name").fill("Pager")
  await dialog.getByLabel("Address").fill("https://10.0.0.1/hook")
  await dialog.getByRole("button", { name: "Add webhook" }).click()
  await expect(dialog.getByText(/is not a public address/).first()).toBeVisible()
  await expectNoFaults(page)
  await dialog.getByLabel("Address").fill("http://hooks.example.com/in")
  await dialog.getByRole("button", { name: "Add webhook" }).click()
  await expect(dialog.getByText(/would send the news unencrypted/).first()).toBeVisible()
  await dialog.getByLabel("Address").fill(receiver.url)
  await dialog.getByRole("button", { name: "Add webhook" }).click()
  await expect(dialog.getByText("Pager was added")).toBeVisible()
  const secret = await dialog.locator("code").innerText()
  await dialog.getByRole("button", { name: "Done" }).click()

  const pager = page.getByRole("listitem", { name: "Pager" })
  await pager.getByRole("button", { name: "Send a test" }).click()
  await expect(pager).toContainText(/Delivered.*204 in \d+ ms/, { timeout: 30_000 })
  await pager.getByRole("button", { name: "Delivery log" }).click()
  const rows = dialog
    .getByRole("region", { name: "Deliveries" })
    .locator("tbody tr")
    .filter({ hasText: "Test" })
  await expect(rows.first()).toContainText("Delivered", { timeout: 30_000 })
  await expect(rows.first()).toContainText("204")
  const [first] = tests()
  expect(new Webhook(secret).verify(first?.body ?? "", first?.headers ?? {})).toMatchObject({ type: "test" })
  await expectNoFaults(page)
  await rows.first().getByRole("button", { name: "Redeliver" }).click()
  await expect.poll(() => tests().length, { timeout: 30_000 }).toBe(2)
  expect(tests()[1]?.headers["webhook-id"]).toBe(first?.headers["webhook-id"])
  await page.keyboard.press("Escape")

  await pager.getByRole("button", { name: "Edit" }).click()
  await dialog.getByLabel("Name").fill("Night pager")
  await dialog.getByLabel("Something is held").uncheck()
  await dialog.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Night pager was saved")).toBeVisible()
  const night = page.getByRole("listitem", { name: "Night pager" })
  await expect(night).not.toContainText("Something is held")
  await night.getByRole("button", { name: "New secret" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Make a new secret" }).click()
  await expect(dialog.getByText("The secret was changed")).toBeVisible()
  const next = await dialog.locator("code").innerText()
  await expectNoFaults(page)
  await dialog.getByRole("button", { name: "Done" }).click()
  await night.getByRole("button", { name: "Send a test" }).click()
  await expect.poll(() => tests().length, { timeout: 30_000 }).toBe(3)
  for (const one of [secret, next]) new Webhook(one).verify(tests()[2]?.body ?? "", tests()[2]?.headers ?? {})

  await night.getByRole("button", { name: "Disable" }).click()
  await expect(night.getByText("Disabled")).toBeVisible()
  await expectNoFaults(page)
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await night.getByRole("button", { name: "Delete" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete webhook" }).click()
  await expect(page.getByText("No webhooks yet")).toBeVisible()
  receiver.stop()
})

test("O-NOTIFY only admins see where news go", async ({ page }) => {
  await signIn(page, "viewer@example.com")
  await page.goto("/settings/notifications")
  await expect(page.getByRole("main")).toContainText("Only an admin can change the notifications")
})
