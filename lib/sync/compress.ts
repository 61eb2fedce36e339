import { promisify } from "node:util"
import { constants, zstdCompress, zstdDecompress } from "node:zlib"

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** zstd on another thread; level 1 shrinks device pages about tenfold at hundreds of megabytes a second. */
export const pack = (text: string): Promise<Buffer> =>
  compress(text, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })

export const unpack = async (packed: Uint8Array): Promise<string> =>
  (await decompress(packed)).toString("utf8")
