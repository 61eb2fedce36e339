import { isAscii } from "node:buffer"
import { promisify } from "node:util"
import { brotliDecompress, gunzip, inflate } from "node:zlib"

const unpack: Record<string, (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>> =
  {
    gzip: promisify(gunzip),
    "x-gzip": promisify(gunzip),
    deflate: promisify(inflate),
    br: promisify(brotliDecompress),
  }

export const acceptedEncodings = "gzip, deflate, br"

type Body = { arrayBuffer(): Promise<ArrayBuffer> }

/** The reply's text, unpacked, at most `maxBytes` of it (else throws with the code ERR_BUFFER_TOO_LARGE). */
export async function readBody(body: Body, encoding: string | null, maxBytes: number): Promise<string> {
  const bytes = Buffer.from(await body.arrayBuffer())
  const name = encoding?.trim().toLowerCase() || "identity"
  if (name === "identity") return decode(bytes)
  const decompress = unpack[name]
  if (decompress === undefined) throw new TypeError(`unknown content encoding ${name}`)
  return decode(await decompress(bytes, { maxOutputLength: maxBytes }))
}

/** Most replies are plain ASCII, which is read several times faster as latin1. */
function decode(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString("latin1")
  const text = bytes.toString("utf8")
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
