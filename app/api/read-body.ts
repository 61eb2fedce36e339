import type { z } from "zod"
import { RequestError } from "@/lib/domain/problem"
import { parseFields } from "./parse-fields"

const largest = 1024 * 1024

/**
 * The JSON body as the schema reads it; a schema that takes undefined may go without a body. Throws 415 when it is not sent
 * as JSON, 413 above 1 MB, 400 when it cannot be read, 422 by field.
 */
export async function readBody<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
  const bytes = await readBytes(request)
  const absent = schema.safeParse(undefined)
  if (bytes.length === 0 && absent.success) return absent.data
  refuseOtherTypes(request)
  return parseFields(schema, parseJson(bytes))
}

async function readBytes(request: Request): Promise<Buffer> {
  const tooLarge = () => new RequestError(413, "The body is larger than 1 MB.")
  if (Number(request.headers.get("content-length")) > largest) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > largest) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuseOtherTypes(request: Request): void {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? ""
  if (type === "application/json" || type.endsWith("+json")) return
  throw new RequestError(415, `Send JSON, with the header Content-Type: application/json (it is "${type}").`)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new RequestError(400, "The body is not JSON in UTF-8.", {}, { cause })
  }
}
