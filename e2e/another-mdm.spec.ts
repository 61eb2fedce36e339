import { readFileSync } from "node:fs"
import { plain } from "@/simulators/rest-mdm/dialects/plain"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { expect, test } from "./test"

/** The rows of the table in docs/connectors.md that has this head, as first and second cell without their ticks. */
function tableOf(head: string): [field: string, value: string][] {
  const example = readFileSync("docs/connectors.md", "utf8").split("#### An example to follow")[1] ?? ""
  const lines = (example.split(head)[1] ?? "").split("\n").slice(2)
  const end = lines.findIndex((line) => !line.trim().startsWith("|"))
  return lines.slice(0, end).map((line) => {
    const [, field = "", value = ""] = line.split("|").map((cell) => cell.trim())
    return [field, value.replaceAll("`", "")]
  })
}

const printed: Record<string, string> = {
  "Base URL": `http://127.0.0.1:${process.env.REST_MDM_PORT}/api`,
  "API key": plain.credentials.apiKey ?? "",
}

test("S0-BLACKGLOVE the example of docs/connectors.md connects an MDM that nobody listed, field by field", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^Another MDM/ }).check()
  const forward = () => page.getByRole("button", { name: "Continue", exact: true }).click()
  await forward()

  const connection = tableOf("| field | what to enter | |")
  expect(connection).toHaveLength(16)
  for (const [label, value] of connection) {
    const field = page.getByLabel(new RegExp(`^${label}(optional)?$`))
    if (value === "") await expect(field, label).toHaveValue("")
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT")
      await field.selectOption({ label: value })
    else await field.fill(printed[label] ?? value)
  }
  await expect(page.locator("form label")).toHaveCount(connection.length)

  await page.getByRole("button", { name: "Fetch a sample" }).click()
  await expect(page.getByText("10 devices on the first page; 10 of them are shown.")).toBeVisible()
  await page.getByRole("button", { name: "Fill in 4 fields by their names" }).click()
  const mapped = page.getByRole("region", { name: "What becomes of the sample" })
  await expect(mapped.getByRole("row")).toHaveCount(11)
  for (const [field, path] of tableOf("| Rollcall's field | filled from |"))
    await page.getByLabel(`What fills ${field}`).fill(path)
  await page.getByRole("button", { name: "Fetch a sample" }).click()
  await expect(mapped.getByRole("row").nth(1)).toContainText(/-(mac|ipad|iphone|tv)-\d/)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(
    page.getByText(/^Connected to Another MDM \(REST\) at .* 10 devices on the first page can be taken\./),
  ).toBeVisible()
  await forward()

  await page.getByLabel("Name").fill("MDM of the example")
  await forward()
  const skipped = page.getByText(/devices come from Addigy, so scheduled syncs skip this integration/)
  await expect(skipped).toBeVisible()
  await expectNoFaults(page)
  await forward()
  await expect(skipped).toBeVisible()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("MDM of the example is connected")).toBeVisible()
  await page.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(page.getByText("25 devices synced")).toBeVisible({ timeout: 30_000 })
})
