import { z } from "zod"
import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import { explainFailure } from "@/lib/http/explain-failure"
import { cutSecrets } from "@/lib/http/provider-words"

/** What an error of the AWS SDK tells when the store answered. */
const answered = z.object({
  name: z.string(),
  message: z.string(),
  $metadata: z.object({ httpStatusCode: z.number().int() }),
})

type Context = { host: string; bucket: string; key: string; region: string; secrets: string[] }

/** The status that the store answered with; null when no answer came. */
export const s3StatusOf = (error: unknown): number | null =>
  answered.safeParse(error).data?.$metadata.httpStatusCode ?? null

/** Says why the store did not do what it was asked, and who has to act. */
export function explainS3(error: unknown, context: Context): ProviderError {
  if (error instanceof ProviderError) return error
  const { data } = answered.safeParse(error)
  if (data === undefined) return explainFailure(error, { host: context.host, maxBytes: 0 })
  const { name, message: said, $metadata } = data
  const { code, message } = meaning(name, $metadata.httpStatusCode, context)
  const providerSaid = cutSecrets(`${name}: ${said}`, context.secrets).slice(0, 500).toWellFormed()
  return new ProviderError({ code, message, providerSaid, cause: error })
}

type Meaning = { code: ProviderErrorCode; message: string }

function meaning(name: string, status: number, { host, bucket, key, region }: Context): Meaning {
  switch (name) {
    case "InvalidAccessKeyId":
    case "SignatureDoesNotMatch":
    case "ExpiredToken":
    case "InvalidToken":
      return {
        code: "unauthorized",
        message: `${host} refused the access key (${name}). Enter a valid access key ID and secret access key.`,
      }
    case "NoSuchBucket":
      return {
        code: "not_found",
        message: `There is no bucket ${bucket} at ${host} (NoSuchBucket). Check the bucket's name, the region and the S3 endpoint.`,
      }
    case "PermanentRedirect":
    case "AuthorizationHeaderMalformed":
    case "IllegalLocationConstraintException":
      return {
        code: "misconfigured",
        message: `The bucket ${bucket} is not in ${region} (${name}). Enter the region it is in.`,
      }
    case "NotImplemented":
      return noConditions(host, name)
    case "PreconditionFailed":
    case "ConditionalRequestConflict":
      return {
        code: "conflict",
        message: `Somebody else published ${bucket}/${key} at the same time (${name}), so it was not overwritten. The next run compares anew.`,
      }
  }
  switch (status) {
    case 301:
    case 307:
      return {
        code: "misconfigured",
        message: `The bucket ${bucket} is not in ${region} (${status}). Enter the region it is in.`,
      }
    case 401:
      return {
        code: "unauthorized",
        message: `${host} refused the access key (401). Enter valid credentials.`,
      }
    case 403:
      return {
        code: "forbidden",
        message: `${host} does not let this access key use ${bucket}/${key} (403). Allow it s3:GetObject, s3:PutObject and s3:ListBucket there, and check that the key is valid.`,
      }
    case 404:
      return { code: "not_found", message: `${host} has no ${bucket} (404). Check the bucket's name.` }
    case 409:
    case 412:
      return {
        code: "conflict",
        message: `Somebody else published ${bucket}/${key} at the same time (${status}), so it was not overwritten. The next run compares anew.`,
      }
    case 501:
      return noConditions(host, String(status))
    case 429:
      return {
        code: "rate_limited",
        message: `${host} asks for fewer requests (429). The next run tries again.`,
      }
  }
  if (status >= 500)
    return {
      code: "unreachable",
      message: `${host} failed with an error of its own (${status} ${name}). It usually passes; the next run tries again.`,
    }
  return {
    code: "misconfigured",
    message: `${host} did not accept the request (${status} ${name}). Check the settings.`,
  }
}

const noConditions = (host: string, said: string): Meaning => ({
  code: "misconfigured",
  message: `${host} does not know conditional writes (${said}). Switch them off in the settings if the store cannot do them.`,
})
