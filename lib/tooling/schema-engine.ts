import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg"
import type { QueryResult } from "pg"

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>

/**
 * The SQL that would take a live, migrated database to what schema.prisma says; empty when they agree. Development only:
 * Prisma's schema engine as WASM, because its native binary comes from a host of its own.
 */
export async function diffToSchema(databaseUrl: string): Promise<string> {
  const schema = readFileSync(path.resolve("prisma/schema.prisma"), "utf8")
  const factory = new CatalogReadingPg(databaseUrl)
  const engine = await openEngine(schema, factory)
  try {
    const files = [{ path: "schema.prisma", content: schema }]
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout === null || stdout.includes("This is an empty migration") ? "" : stdout.trim()
  } finally {
    engine.free()
    await factory.close()
  }
}

async function openEngine(schema: string, factory: CatalogReadingPg) {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")
  const wasm = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"))
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === "function") begin()
  return bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/** adapter-pg 7.10 refuses catalog columns of type "char" (oid 18) and never closes the pool that the engine opens. */
class CatalogReadingPg extends PrismaPg {
  readonly #open: Adapter[] = []

  constructor(databaseUrl: string) {
    const { hostname: host, port, username, password, pathname } = new URL(databaseUrl)
    const user = decodeURIComponent(username)
    super({
      host,
      port: Number(port || 5432),
      user,
      password: decodeURIComponent(password),
      database: pathname.slice(1),
    })
  }

  override async connect(): Promise<Adapter> {
    const adapter = readCharColumns(await super.connect())
    this.#open.push(adapter)
    return adapter
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((adapter) => adapter.underlyingDriver().end()))
  }
}

function readCharColumns(adapter: Adapter): Adapter {
  const charColumns = new Map<string, number[]>()
  const pool = adapter.underlyingDriver()
  const query = pool.query
  Object.assign(pool, {
    query: async (...args: unknown[]) => {
      const result: QueryResult = await Reflect.apply(query, pool, args)
      const chars = result.fields?.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : [])) ?? []
      if (chars.length > 0) charColumns.set(result.fields.map(({ name }) => name).join(), chars)
      for (const index of chars) Object.assign(result.fields[index] ?? {}, { dataTypeID: 25 })
      return result
    },
  })
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(result.columnNames.join()) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character
    }
    return result
  }
  return adapter
}
