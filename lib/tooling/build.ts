/** `npm run build`: builds the web server, whether or not it is needed, and bundles the worker and the command line. */
import { buildWeb } from "./build-web"
import { bundlePrograms } from "./bundle"
import { launch } from "./launch"

await launch(async ({ processes, stop }) => {
  await buildWeb(processes, "shown")
  await bundlePrograms()
  stop()
})
