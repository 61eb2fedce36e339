import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { refuseXml } from "./refuse"
import type { World } from "./world"

/** The role that can be taken on, and what its trust policy asks for. */
export const role = {
  arn: "arn:aws:iam::123456789012:role/rollcall",
  externalId: "aws-simulator-external-id",
  accessKeyId: "ASIASIMULATEDROLE",
  secretAccessKey: "aws-simulator-role-secret",
  sessionToken: "aws-simulator-role-session",
}

/** AssumeRole, which speaks forms and XML. The keys it gives are good for an hour. */
export function answerRole(world: World, { body }: Asked): Reply {
  const form = new URLSearchParams(body)
  if (form.get("Action") !== "AssumeRole")
    return refuseXml(400, "InvalidAction", "Only AssumeRole is known here")
  if (form.get("RoleArn") !== role.arn || form.get("ExternalId") !== role.externalId)
    return refuseXml(403, "AccessDenied", "User is not authorized to perform: sts:AssumeRole")
  const { accessKeyId, secretAccessKey, sessionToken } = role
  const expiresAt = world.now() + 3_600_000
  world.keys = [
    ...world.keys.filter((key) => key.accessKeyId !== accessKeyId),
    { accessKeyId, secretAccessKey, sessionToken, expiresAt },
  ]
  const keys = `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(expiresAt).toISOString()}</Expiration>`
  const text = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>${keys}</Credentials></AssumeRoleResult><ResponseMetadata><RequestId>simulated</RequestId></ResponseMetadata></AssumeRoleResponse>`
  return { status: 200, body: text, headers: { "content-type": "text/xml" } }
}
