/** `npm start`: the built web server, against DATABASE_URL or the embedded Postgres. */
import { buildIsThere, isBuilt } from "./build-web"
import { openGround } from "./ground"
import { launch } from "./launch"
import { choosePort } from "./ports"
import { programs, webAddress } from "./programs"
import { say } from "./steps"
import { waitFor } from "./wait-for"

await launch(async ({ processes, signal, standOn }) => {
  if (!buildIsThere()) throw new Error("Rollcall is not built yet. Run: npm run build")
  if (!isBuilt())
    say("The sources changed since the last build; this starts that build. To renew it: npm run build")
  const host = process.env.HOST || "127.0.0.1"
  const port = await choosePort({ name: "PORT", asked: process.env.PORT || "3000", preferred: 3000, host })
  const web = webAddress({ host, port })
  const ground = await openGround({ set: { NODE_ENV: "production", ...web.env } })
  standOn(ground)
  processes.start({ ...programs.web, env: ground.env, output: "shown" })
  await waitFor({ name: "The web server", url: `${web.url}/api/health`, signal })
  say(`Rollcall is ready: ${web.url}`)
})
