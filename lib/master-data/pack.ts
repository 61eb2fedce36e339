import { promisify } from "node:util"
import { zstdCompress, zstdDecompress } from "node:zlib"

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** A list's text as it is kept in the database: zstd, made on another thread. */
export const pack = (text: string): Promise<Buffer> => compress(text)

export const unpack = async (packed: Uint8Array): Promise<string> =>
  (await decompress(packed)).toString("utf8")
