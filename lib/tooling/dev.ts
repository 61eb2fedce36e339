/** `npm run dev`: Next's development server and a worker that both follow the sources. `-- --demo` adds the demo's data. */
import path from "node:path"
import { pool } from "@/lib/db/client"
import { demoPassword, demoUsers, seedDemo } from "@/prisma/seed"
import { openGround } from "./ground"
import { launch } from "./launch"
import { choosePort } from "./ports"
import { programs, webAddress } from "./programs"
import { startSimulator } from "./start-simulator"
import { say } from "./steps"

await launch(async ({ processes, signal, standOn }) => {
  const port = await choosePort({ name: "PORT", asked: process.env.PORT, preferred: 3000 })
  const workerPort = await choosePort({
    name: "WORKER_PORT",
    asked: process.env.WORKER_PORT,
    preferred: 9464,
  })
  const web = webAddress({ host: "127.0.0.1", port })
  const ground = await openGround({
    keepKeys: true,
    set: {
      NODE_ENV: "development",
      WORKER_PORT: String(workerPort),
      NEXT_TELEMETRY_DISABLED: "1",
      ...web.env,
    },
    defaults: {
      ROLLCALL_ALLOWED_PRIVATE_HOSTS: "127.0.0.1",
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
    },
  })
  standOn(ground)
  say(`Database: ${ground.database}`)
  if (process.argv.includes("--demo")) {
    const output = { folder: path.join(ground.home, "logs") }
    await seedDemo(await startSimulator({ processes, ground, signal, output }))
    await pool().end()
    say(`Demo data ready: ${demoUsers[0].email}, ${demoPassword}`)
  }
  processes.start({ ...programs.webInDevelopment, env: ground.env, output: "shown" })
  processes.start({ ...programs.workerInDevelopment, env: ground.env, output: "shown" })
  say(`Rollcall is starting on ${web.url}; the first page takes a few seconds to compile.`)
})
