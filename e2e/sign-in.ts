import { expect, type Page } from "@playwright/test"
import { demoPassword } from "@/prisma/seed"

/** Signs in through the form, as the demo's admin unless told otherwise. */
export async function signIn(page: Page, email = "admin@example.com"): Promise<void> {
  await page.goto("/sign-in")
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password").fill(demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible()
}
