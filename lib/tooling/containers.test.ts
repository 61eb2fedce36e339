import { readFileSync } from "node:fs"
import { validate } from "dockerfile-utils"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { z } from "zod"
import { envSchema } from "@/lib/env"
import { renderEnvExample } from "./render-env-example"

const service = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  restart: z.string(),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).optional(),
  container_name: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
})
const compose = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
})

const { services, volumes } = compose.parse(
  parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }),
)
const of = (name: string) => {
  const found = services[name]
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}.`)
  return found
}

test("S4-COMPOSE there are Postgres, migrations, web and worker, and Postgres keeps its data in a volume", () => {
  expect(Object.keys(services).sort()).toEqual(["migrate", "postgres", "web", "worker"])
  expect(of("postgres").healthcheck?.test.join(" ")).toContain("pg_isready")
  expect(of("postgres").volumes).toEqual(["postgres:/var/lib/postgresql"])
  expect(Object.keys(volumes)).toEqual(["postgres"])
})

test("S4-COMPOSE web and worker wait for a healthy Postgres and for the migrations, come back when they end, and share their environment", () => {
  for (const name of ["web", "worker"]) {
    expect(of(name).depends_on).toEqual({
      postgres: { condition: "service_healthy" },
      migrate: { condition: "service_completed_successfully" },
    })
    expect(of(name).restart).toBe("unless-stopped")
    expect(of(name).healthcheck).toBeDefined()
    expect(of(name)).toMatchObject({ environment: of("migrate").environment, env_file: ".env" })
  }
  expect(of("migrate").restart).toBe("no")
})

test("S4-COMPOSE a worker can be started several times: it takes no port of the machine and no fixed name", () => {
  expect(of("worker").ports).toBeUndefined()
  expect(of("worker").container_name).toBeUndefined()
})

test("S4-COMPOSE the image's file has no fault that a linter finds, and nothing in it runs as root", () => {
  const dockerfile = readFileSync("Dockerfile", "utf8")
  expect(validate(dockerfile)).toEqual([])
  const final = dockerfile.slice(dockerfile.lastIndexOf("FROM"))
  expect(final).toMatch(/^USER node$/m)
  expect(final.indexOf("USER node")).toBeLessThan(final.indexOf("CMD"))
})

test("S4-COMPOSE .env.example is what the schema of the environment says (made by lib/tooling/env-example.ts)", () => {
  expect(readFileSync(".env.example", "utf8")).toBe(renderEnvExample())
})

test("S4-COMPOSE whoever has only Docker can make every secret, and keep a backup, as the instructions say", () => {
  expect(renderEnvExample()).not.toMatch(/\b(?:npm|npx|node) /)
  const guide = readFileSync("docs/operating.md", "utf8")
  const backups = guide.match(/^docker compose run .*rollcall\.mjs backup .*$/gm) ?? []
  expect(backups).toHaveLength(1)
  expect(backups[0]).toMatch(/-v "\$PWD:(\/\w+)".* backup \1\//)
})

test("docs/operating.md names every variable", () => {
  const text = readFileSync("docs/operating.md", "utf8")
  const missing = Object.keys(envSchema.shape).filter(
    (name) => name !== "NODE_ENV" && !text.includes(`\`${name}\``),
  )
  expect(missing).toEqual([])
})
