import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { parse } from "yaml"
import { z } from "zod"
import { startCluster } from "@/lib/db/embedded/cluster"
import { areBundled, bundlePrograms } from "@/lib/tooling/bundle"
import { newEncryptionKey } from "@/lib/tooling/keys"
import { freePort } from "@/lib/tooling/ports"
import { expect, test } from "./test"

const run = promisify(execFile)
const compose = z.object({
  services: z.record(z.string(), z.looseObject({ command: z.array(z.string()).optional() })),
})

test("S4-COMPOSE the image's own files and commands, without any other file: migrations first, then web and worker are ready", async () => {
  test.setTimeout(180_000)
  if (!areBundled()) await bundlePrograms()
  const image = layOut()
  const postgres = await startCluster({ home: path.resolve(".rollcall", `containers-${process.pid}`) })
  const [port, workerPort] = [await freePort(), await freePort()]
  const env = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production" as const,
    DATABASE_URL: postgres.url,
    ROLLCALL_ENCRYPTION_KEYS: newEncryptionKey(),
    NEXTAUTH_SECRET: "a secret of this test alone",
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
    HOSTNAME: "127.0.0.1",
    PORT: String(port),
    WORKER_PORT: String(workerPort),
  }
  const started: ChildProcess[] = []
  const start = (service: string) => {
    const child = spawn(process.execPath, commandOf(service), { cwd: image, env, stdio: "ignore" })
    started.push(child)
  }
  const status = (url: string) =>
    fetch(url).then(
      (reply) => reply.status,
      () => null,
    )
  try {
    start("worker")
    await expect.poll(() => status(`http://127.0.0.1:${workerPort}/readyz`)).toBe(503)
    const migrated = await run(process.execPath, commandOf("migrate"), { cwd: image, env })
    expect(migrated.stdout).toContain("20261122000100_first")
    expect((await run(process.execPath, commandOf("migrate"), { cwd: image, env })).stdout).toContain(
      "Up to date",
    )
    start("web")
    await expect.poll(() => status(`http://127.0.0.1:${workerPort}/readyz`), { timeout: 30_000 }).toBe(200)
    await expect.poll(() => status(`http://127.0.0.1:${port}/api/ready`), { timeout: 30_000 }).toBe(200)
    expect(await status(`http://127.0.0.1:${port}/sign-in`)).toBe(200)
  } finally {
    for (const child of started) {
      const exited = once(child, "exit")
      child.kill("SIGTERM")
      await exited
    }
    await postgres.stop()
    rmSync(image, { recursive: true, force: true })
  }
})

/** A folder outside of the sources with what the Dockerfile copies from its build, and nothing else. */
function layOut(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "rollcall-image-"))
  const copies = [...readFileSync("Dockerfile", "utf8").matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)]
  expect(copies.length).toBeGreaterThan(0)
  for (const [, from = "", to = ""] of copies)
    cpSync(from, path.join(folder, to), { recursive: true, verbatimSymlinks: true })
  return folder
}

/** What a service runs, without the `node` in front. */
function commandOf(service: string): string[] {
  const { services } = compose.parse(parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }))
  const [node, ...args] = services[service]?.command ?? []
  expect(node).toBe("node")
  return args
}
