import { z } from "zod"
import { modelSettings } from "@/lib/domain/model-policy"

/** What an admin sets for AWS IoT. `endpoint` null: Amazon's own addresses of the region. */
export const awsIotSettings = z.strictObject({
  region: z
    .string({ error: "Choose the region." })
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/,
      "region must be the short name of an AWS region, such as eu-central-1.",
    ),
  endpoint: blankAsNull(z.string().trim().max(2000, "The address is too long.").transform(readEndpoint)),
  /** Whether the fleet index is asked who is connected. */
  connectivity: z.boolean({ error: "connectivity must be true or false." }).default(false),
  ...modelSettings,
  /** Which things are asked one by one for Greengrass's shadow (docs/decisions/0019). */
  edgeShadows: z
    .enum(["auto", "every", "targets"], { error: 'edgeShadows must be "auto", "every" or "targets".' })
    .default("auto"),
  /** Whether Greengrass is asked at all. */
  greengrass: z.boolean({ error: "greengrass must be true or false." }).default(true),
})
export type AwsIotSettings = z.infer<typeof awsIotSettings>

const key = (what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(4000, `This is too long for ${what}.`)
    // Anything else cannot travel in a header
    .regex(
      /^[\x21-\x7e]*$/,
      `This is not ${what}: it holds spaces, line breaks or special characters. Paste it again.`,
    )

/** Long-lived keys of a user, or temporary ones with their session token; with `roleArn` they only serve to take on that role. */
export const awsIotCredentials = z.object({
  accessKeyId: key("the access key ID"),
  secretAccessKey: key("the secret access key"),
  sessionToken: key("the session token").optional(),
  roleArn: key("the role's ARN")
    .regex(
      /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      "The role's ARN looks like arn:aws:iam::123456789012:role/rollcall.",
    )
    .optional(),
  /** What the role's trust policy may ask for besides. */
  externalId: key("the external ID").optional(),
})
export type AwsIotCredentials = z.infer<typeof awsIotCredentials>

function blankAsNull<T extends z.ZodType<string | null, string>>(text: T) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    text.nullable(),
  )
}

function readEndpoint(text: string, context: z.RefinementCtx): string {
  if (!URL.canParse(text)) {
    context.addIssue({
      code: "custom",
      message: "The endpoint is not a URL. Example: https://iot.example.com",
    })
    return z.NEVER
  }
  const url = new URL(text)
  if (url.protocol !== "https:" && url.protocol !== "http:")
    context.addIssue({ code: "custom", message: "The endpoint must start with https://." })
  if (url.username !== "" || url.password !== "")
    context.addIssue({ code: "custom", message: "Leave user names and passwords out of the endpoint." })
  if (url.search !== "" || url.hash !== "")
    context.addIssue({ code: "custom", message: "Leave everything from ? or # on out of the endpoint." })
  return url.href.replace(/\/+$/, "")
}
