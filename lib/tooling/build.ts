/** `npm run build`: builds the web server, whether or not it is needed. */
import { buildWeb } from "./build-web"
import { launch } from "./launch"

await launch(async ({ processes, stop }) => {
  await buildWeb(processes, "shown")
  stop()
})
