import {
  AssumeRoleCommand,
  type AssumeRoleCommandOutput,
  STSClient,
  type STSClientConfig,
} from "@aws-sdk/client-sts"
import { ProviderError } from "@/lib/domain/provider-error"
import { type Line, sendOnce } from "./ask"
import type { AwsIotCredentials } from "./settings"

type Identity = { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiration?: Date }

/** Temporary ones are asked for anew when less than this is left of them. */
const renewBeforeMs = 5 * 60_000

/** The keys that calls are signed with: those that were given, or those of the role that they may take on. */
export function openCredentials(
  { accessKeyId, secretAccessKey, sessionToken, roleArn, externalId }: AwsIotCredentials,
  config: STSClientConfig,
  line: Line,
): Identity | (() => Promise<Identity>) {
  const given = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
  if (roleArn === undefined) return given
  const sts = new STSClient({ ...config, credentials: given })
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: "rollcall",
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
  })
  const assume = () =>
    sendOnce(line, { action: "sts:AssumeRole", send: (options) => sts.send(command, options) }).catch(
      (error: unknown) => {
        throw error instanceof ProviderError && error.code === "forbidden" ? notLent(roleArn, error) : error
      },
    )
  let current: Promise<Identity> | null = null
  return async () => {
    const known = await current?.catch(() => null)
    if (known?.expiration && known.expiration.getTime() - Date.now() > renewBeforeMs) return known
    current = assume().then(identityOf)
    return current
  }
}

function identityOf({ Credentials }: AssumeRoleCommandOutput): Identity {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {}
  if (AccessKeyId !== undefined && SecretAccessKey !== undefined && SessionToken !== undefined)
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      ...(Expiration === undefined ? {} : { expiration: Expiration }),
    }
  throw new ProviderError({
    code: "bad_response",
    message: "AWS let the role be taken on, but sent no keys for it. The next run tries again.",
  })
}

const notLent = (roleArn: string, cause: ProviderError): ProviderError =>
  new ProviderError({
    code: "unauthorized",
    message: `AWS does not let these keys take on ${roleArn}. Allow the user sts:AssumeRole on it, and see that the role's trust policy names the user and the same external ID.`,
    providerSaid: cause.providerSaid,
    cause,
  })
