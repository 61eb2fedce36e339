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

type Body = { text(): Promise<string>; arrayBuffer(): Promise<ArrayBuffer> }

/** The reply's text, unpacked, at most `maxBytes` of it. Throws RangeError beyond. */
export async function readBody(body: Body, encoding: string | null, maxBytes: number): Promise<string> {
  const name = encoding?.trim().toLowerCase() ?? "identity"
  if (name === "identity" || name === "") return withoutBom(await body.text())
  const decompress = unpack[name]
  const packed = new Uint8Array(await body.arrayBuffer())
  if (decompress === undefined) throw new TypeError(`unknown content encoding ${name}`)
  return withoutBom((await decompress(packed, { maxOutputLength: maxBytes })).toString("utf8"))
}

const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
