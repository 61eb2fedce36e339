import { PrismaPg } from "@prisma/adapter-pg"
import { Pool } from "pg"
import { env } from "@/lib/env"
import { log } from "@/lib/log"
import { PrismaClient } from "./generated/client"

type Database = { pool: Pool; prisma: PrismaClient }

const holder: typeof globalThis & { rollcallDatabase?: Database } = globalThis

/** The process's one pool and one Prisma client over it; made on first use, kept through Next's hot reloads. */
export function database(): Database {
  holder.rollcallDatabase ??= openDatabase(env().DATABASE_URL)
  return holder.rollcallDatabase
}

/** Closes the process's database; whoever asks for it afterwards opens it anew. */
export async function closeDatabase(): Promise<void> {
  const { rollcallDatabase } = holder
  delete holder.rollcallDatabase
  await rollcallDatabase?.pool.end()
}

/** A pool and a client for one database; end the pool to close both. */
export function openDatabase(connectionString: string, max = env().WORKER_CONCURRENCY + 9): Database {
  const pool = new Pool({ connectionString, max })
  const onError = (error: Error) => log.warn({ error: error.message }, "a database connection was lost")
  pool.on("error", onError)
  pool.on("connect", (client) => client.on("error", onError)) // Graphile Worker asks for both
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

export const pool = (): Pool => database().pool
export const prisma = (): PrismaClient => database().prisma
