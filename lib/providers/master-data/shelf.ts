import { hash } from "node:crypto"
import type { S3Client } from "@aws-sdk/client-s3"
import { ProviderError } from "@/lib/domain/provider-error"
import { DeliveryInDoubt, type Shelf, type Shelved } from "@/lib/domain/shelf"
import { explainS3, s3StatusOf } from "./explain-s3"
import { s3Address } from "./open-s3"
import { keyOf, type MasterDataSettings } from "./settings"

type Opening = {
  settings: MasterDataSettings
  secrets: string[]
  signal: AbortSignal
  client: () => Promise<S3Client>
}

type Told = {
  ETag?: string | undefined
  VersionId?: string | undefined
  ContentLength?: number | undefined
  LastModified?: Date | undefined
  Metadata?: Record<string, string> | undefined
}

/** The object in S3 that holds a list: looked at, fetched and replaced as a whole. */
export function openShelf({ settings, secrets, signal, client }: Opening): Shelf {
  const { bucket, region, schema, fileName, conditionalWrites } = settings
  const key = keyOf(settings)
  const address = s3Address(settings)
  const context = { host: new URL(address).host, bucket, key, region, secrets }
  const at = { Bucket: bucket, Key: key }

  async function asked<T>(ask: (s3: S3Client) => Promise<T>): Promise<T> {
    try {
      return await ask(await client())
    } catch (error) {
      signal.throwIfAborted()
      throw error
    }
  }

  async function head(): Promise<Shelved | null> {
    const { HeadObjectCommand } = await import("./s3-sdk")
    try {
      return shelved(await asked((s3) => s3.send(new HeadObjectCommand(at), { abortSignal: signal })))
    } catch (error) {
      if (s3StatusOf(error) === 404) return null
      throw explained(error)
    }
  }

  async function get() {
    const { GetObjectCommand } = await import("./s3-sdk")
    try {
      const reply = await asked((s3) => s3.send(new GetObjectCommand(at), { abortSignal: signal }))
      return { ...shelved(reply), body: (await reply.Body?.transformToString("utf-8")) ?? "" }
    } catch (error) {
      if (isMissing(error)) return null
      throw explained(error)
    }
  }

  /** What lies there with its checksum; a store that does not keep what it is told of an object is asked for the object itself. */
  async function look(): Promise<Shelved | null> {
    const there = await head()
    if (there === null || there.sha256 !== null) return there
    const object = await get()
    if (object === null) return null
    const { body, ...told } = object
    return { ...told, sha256: hash("sha256", body, "hex") }
  }

  async function put(body: string, { sha256, replaces }: { sha256: string; replaces: string | null }) {
    const { PutObjectCommand } = await import("./s3-sdk")
    // A store that gives no etag has nothing to be matched
    const condition = replaces === null ? { IfNoneMatch: "*" } : { IfMatch: replaces }
    const command = new PutObjectCommand({
      ...at,
      Body: body,
      ContentType: "application/json",
      ChecksumSHA256: hash("sha256", body, "base64"),
      Metadata: { sha256 },
      ...(conditionalWrites && replaces !== "" ? condition : {}),
    })
    try {
      await asked((s3) => s3.send(command, { abortSignal: signal }))
    } catch (error) {
      return settleDoubt(error, sha256)
    }
    return readBack(sha256)
  }

  /** The proof is what lies there, not what the answer to the put said. The store has taken it, so nothing is as it was. */
  async function readBack(sha256: string): Promise<Shelved> {
    const there = await look().catch((error) => {
      throw error instanceof ProviderError ? inDoubt(error, error) : error
    })
    if (there?.sha256 === sha256) return there
    throw new DeliveryInDoubt({
      code: "conflict",
      message: `Somebody else overwrote ${bucket}/${key} right after it was published. The next run compares anew.`,
    })
  }

  /** The store may have taken what it did not answer to, or what an earlier try of the same request had brought. */
  async function settleDoubt(error: unknown, sha256: string): Promise<Shelved> {
    const reason = explained(error)
    if (mustAskAgain(error)) {
      const there = await look().catch(() => "unknown" as const)
      if (there === "unknown") throw inDoubt(reason, error)
      if (there?.sha256 === sha256) return there
      // A store that was only slow may take it after all
      if (reason.code === "timeout") throw inDoubt(reason, error)
    }
    throw reason
  }

  const explained = (error: unknown) => {
    signal.throwIfAborted()
    return explainS3(error, context)
  }

  return { list: settings.list, place: { endpoint: address, bucket, key, schema, fileName }, head, get, put }
}

function inDoubt({ code, message, providerSaid }: ProviderError, cause: unknown): DeliveryInDoubt {
  const doubt = "Whether the list was published is not known; the next run finds out."
  return new DeliveryInDoubt({ code, message: `${message} ${doubt}`, providerSaid, cause })
}

function shelved({ ETag, VersionId, ContentLength, LastModified, Metadata }: Told): Shelved {
  return {
    etag: ETag ?? "",
    // "null" is what a bucket says that keeps no versions any more
    versionId: VersionId === undefined || VersionId === "null" ? null : VersionId,
    sha256: Metadata?.sha256 ?? null,
    bytes: ContentLength ?? 0,
    modifiedAt: LastModified?.toISOString() ?? null,
  }
}

/** No object, whether or not the store says so in words; a bucket that is not there is another matter. */
const isMissing = (error: unknown): boolean =>
  s3StatusOf(error) === 404 && error instanceof Error && error.name !== "NoSuchBucket"

function mustAskAgain(error: unknown): boolean {
  const status = s3StatusOf(error)
  return status === null || status >= 500 || status === 409 || status === 412
}
