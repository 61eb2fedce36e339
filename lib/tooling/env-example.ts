/** Writes `.env.example` from the schema of the environment: `node --import tsx lib/tooling/env-example.ts`. */
import { writeFileSync } from "node:fs"
import { renderEnvExample } from "./render-env-example"

writeFileSync(".env.example", renderEnvExample())
