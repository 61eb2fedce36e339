/** `npm run worker`: one worker, against DATABASE_URL or the embedded Postgres. */
import { openGround } from "./ground"
import { launch } from "./launch"
import { choosePort } from "./ports"
import { programs } from "./programs"

await launch(async ({ processes, standOn }) => {
  const host = process.env.HOST || "127.0.0.1"
  const port = await choosePort({
    name: "WORKER_PORT",
    asked: process.env.WORKER_PORT,
    preferred: 9464,
    host,
  })
  const ground = await openGround({ set: { NODE_ENV: "production", WORKER_PORT: String(port) } })
  standOn(ground)
  processes.start({ ...programs.worker(), env: ground.env, output: "shown" })
})
