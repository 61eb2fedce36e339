import path from "node:path"
import { webServer } from "./build-web"
import { scriptOf } from "./bundle"

/**
 * A fifth of the memory less at the same speed: what pages leave behind is collected before it grows old, and what grew old before
 * the heap is two and a half times as large. (At twice as large it takes a quarter longer.)
 */
export const smallHeap = ["--max-semi-space-size=16", "--heap-growing-percent=150"]

/** What node is given to run each of Rollcall's programs. Both read PORT, WORKER_PORT and HOST from the environment. */
export const programs = {
  web: { name: "web", args: [webServer.script], cwd: webServer.folder },
  webInDevelopment: {
    name: "web",
    args: [path.resolve("node_modules/next/dist/bin/next"), "dev", "-H", "127.0.0.1"],
  },
  /** The bundle takes some 50 MB less than the sources, which the worker runs from where it was not built. */
  worker: () => ({ name: "worker", args: [...smallHeap, ...scriptOf("worker")] }),
  workerInDevelopment: {
    name: "worker",
    args: [path.resolve("node_modules/tsx/dist/cli.mjs"), "watch", "--clear-screen=false", "worker/index.ts"],
  },
  simulator: { name: "simulator", args: ["--import", "tsx", "simulators/main.ts"] },
}

/** Variables of a web server that listens on `port` of `host`. HOSTNAME is what Next calls the address. */
export function webAddress({ host, port }: { host: string; port: number }) {
  const url = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`
  return { url, env: { PORT: String(port), HOSTNAME: host, NEXTAUTH_URL: process.env.NEXTAUTH_URL || url } }
}
