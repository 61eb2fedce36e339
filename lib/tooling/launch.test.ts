import { spawn } from "node:child_process"
import { once } from "node:events"
import { afterEach, expect, test } from "vitest"

/** A command whose one child is the script given; prints the child's pid. */
function launchChild(script: string) {
  const command = `const { launch } = await import("./lib/tooling/launch.ts")
    await launch(async ({ processes }) => {
      processes.start({ name: "child", args: ["-e", ${JSON.stringify(script)}], env: process.env, output: "shown" })
    })`
  const launcher = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", command])
  launchers.push(launcher)
  let output = ""
  launcher.stdout.on("data", (text) => (output += text))
  launcher.stderr.on("data", (text) => (output += text))
  const said = async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(output)
      if (match !== null) return match[1] ?? ""
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { launcher, said, output: () => output }
}

const launchers: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const launcher of launchers.splice(0)) launcher.kill("SIGKILL")
})

const endless = "console.log('child ' + process.pid); setInterval(() => {}, 1000);"

test("on SIGINT the children are asked to end, and it exits 0", async () => {
  const onTerm = "process.on('SIGTERM', () => { console.log('child says goodbye'); process.exit(0) });"
  const { launcher, said } = launchChild(onTerm + endless)
  const pid = Number(await said(/child (\d+)/))
  launcher.kill("SIGINT")
  expect(await once(launcher, "exit")).toEqual([0, null])
  await said(/(goodbye)/)
  expect(() => process.kill(pid, 0)).toThrow("ESRCH")
})

test("a child that ends by itself ends the command, which tells its last lines and exits 1", async () => {
  const { launcher, output } = launchChild("console.error('no more paper'); process.exit(3)")
  expect(await once(launcher, "exit")).toEqual([1, null])
  expect(output()).toContain("child ended by itself (code 3). Its last lines:\n  no more paper")
})

test("a launcher that is killed takes its children with it", async () => {
  const { launcher, said } = launchChild(endless)
  const pid = Number(await said(/child (\d+)/))
  launcher.kill("SIGKILL")
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
