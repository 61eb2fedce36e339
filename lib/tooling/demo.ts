/**
 * `npm run demo`: all of Rollcall with a simulated Addigy of 25 devices, on 127.0.0.1. What is done in it is still there at the
 * next start. The end-to-end tests start it with `-- --throwaway`: its folder is then removed at the end, all but the logs.
 */
import { rmSync } from "node:fs"
import path from "node:path"
import { pool } from "@/lib/db/client"
import { demoPassword, demoUsers, seedDemo } from "@/prisma/seed"
import { buildWeb, isBuilt } from "./build-web"
import { areBundled, bundlePrograms } from "./bundle"
import { claimDemo } from "./claim-demo"
import { type Ground, openGround } from "./ground"
import { launch } from "./launch"
import { choosePort } from "./ports"
import type { Processes } from "./processes"
import { programs, webAddress } from "./programs"
import { type Reachable, startSimulator } from "./start-simulator"
import { say } from "./steps"
import { waitFor } from "./wait-for"

const isThrowaway = process.argv.includes("--throwaway")

await launch(async ({ processes, signal, standOn }) => {
  const port = await choosePort({ name: "PORT", asked: process.env.PORT, preferred: 3000 })
  const workerPort = await choosePort({
    name: "WORKER_PORT",
    asked: process.env.WORKER_PORT,
    preferred: 9464,
  })
  const web = webAddress({ host: "127.0.0.1", port })
  const release = claimDemo(web.url)
  const ground = await openGround({
    keepKeys: true,
    set: { NODE_ENV: "production", HOST: "127.0.0.1", WORKER_PORT: String(workerPort), ...web.env },
    defaults: { ROLLCALL_ALLOWED_PRIVATE_HOSTS: "127.0.0.1,localhost" },
  })
  standOn(leavingWith(release, isThrowaway ? removedAfter(ground) : ground))
  say(`Database ready (${ground.database}${ground.applied.length > 0 ? ", migrated" : ""})`)
  const output = { folder: isThrowaway ? path.resolve("test-results/logs") : path.join(ground.home, "logs") }
  const building = build(processes, output)
  building.catch(() => {}) // awaited below; something else may fail first
  const simulator = await startSimulator({ processes, ground, signal, output })
  await seedDemo(simulator)
  await pool().end()
  say(
    `Simulators ready with 25 devices each: Addigy (${simulator.url}), SimpleMDM (${simulator.simplemdm.url})`,
  )
  await building
  processes.start({ ...programs.worker(), env: ground.env, output })
  processes.start({ ...programs.web, env: ground.env, output })
  await waitFor({ name: "The web server", url: `${web.url}/sign-in`, signal })
  await waitFor({ name: "The worker", url: `http://127.0.0.1:${workerPort}/readyz`, signal })
  say(`Web server and worker ready (their logs: ${path.relative("", output.folder)})`)
  console.log(`\nRollcall is ready: ${web.url}\n`)
  console.log(howToTry(simulator))
})

async function build(processes: Processes, output: { folder: string }): Promise<void> {
  if (!areBundled()) await bundlePrograms()
  if (isBuilt()) return
  say(
    "Building the web pages; this takes half a minute to two minutes, and only when their sources changed …",
  )
  await buildWeb(processes, output)
  say("Web pages built")
}

function leavingWith(release: () => void, ground: Ground): Ground {
  const leave = async () => {
    release()
    await ground.leave()
  }
  return { ...ground, leave }
}

function removedAfter(ground: Ground): Ground {
  const leave = async () => {
    await ground.leave()
    rmSync(ground.home, { recursive: true, force: true })
  }
  return { ...ground, leave }
}

type Simulators = Awaited<ReturnType<typeof startSimulator>>

function howToTry({ url, apiKey, simplemdm, others: further }: Simulators): string {
  const [admin, ...others] = demoUsers.map(({ email }) => email)
  return `Sign in as ${admin} with the password ${demoPassword} (also ${others.join(" and ")}),
open Settings > Integrations and press "Sync Devices Now".

To connect a second Addigy, or SimpleMDM, through the wizard, give it
             Addigy${" ".repeat(Math.max(4, url.length - 4))}SimpleMDM
  Base URL   ${url}  ${simplemdm.url}
  API key    ${apiKey.padEnd(url.length)}  ${simplemdm.apiKey}
${further.map(toConnect).join("")}
Ctrl-C stops everything; the next start finds the data as you left it.`
}

function toConnect({ provider, fields }: Reachable): string {
  const typed = fields.map(([label, value]) => `  ${label}  ${value}\n`)
  return `\nTo connect ${provider}, give the wizard\n${typed.join("")}`
}
