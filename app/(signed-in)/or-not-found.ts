import "server-only"
import { notFound } from "next/navigation"
import { z } from "zod"
import { RequestError } from "@/lib/domain/problem"

/** Reads one thing by its id for a page; what is not there, or not of this account, is the page for things not found. */
export async function orNotFound<T>(id: string, read: () => Promise<T>): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return await read()
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) notFound()
    throw error
  }
}
