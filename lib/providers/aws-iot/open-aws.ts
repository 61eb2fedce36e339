import { GreengrassV2Client } from "@aws-sdk/client-greengrassv2"
import { IoTClient } from "@aws-sdk/client-iot"
import { IoTDataPlaneClient } from "@aws-sdk/client-iot-data-plane"
import type { SessionOptions } from "@/lib/domain/provider"
import { defaultRetryTimes } from "@/lib/http/backoff"
import { openPace } from "@/lib/http/pace"
import { openAsk } from "./ask"
import { openCredentials } from "./credentials"
import { openHandler } from "./handler"
import { rateOf } from "./rate"
import type { AwsIotCredentials, AwsIotSettings } from "./settings"

const maxBytes = 25_000_000

type Opening = {
  options: Pick<SessionOptions, "allowedPrivateHosts" | "signal" | "takeTurn" | "retry">
  settings: AwsIotSettings
  credentials: AwsIotCredentials
}

/** The services that hold things, their shadows and their Greengrass cores, and the way to ask them. */
export type Aws = ReturnType<typeof openAws>

/** Opens the SDK's clients. */
export function openAws({ options, settings, credentials }: Opening) {
  const { allowedPrivateHosts, signal, retry = defaultRetryTimes } = options
  const { region, endpoint } = settings
  const handler = openHandler({ allowedPrivateHosts, maxBytes })
  const takeTurn = options.takeTurn ?? openPace(rateOf(settings))
  const secrets = [credentials.secretAccessKey, credentials.sessionToken, credentials.externalId].filter(
    (secret) => secret !== undefined,
  )
  const line = { handler, signal, takeTurn, retry, secrets, maxBytes }
  const common = {
    region,
    ...(endpoint === null ? {} : { endpoint }),
    requestHandler: handler.requestHandler,
    maxAttempts: 1, // tries are ours to count and to space
  }
  const signed = { ...common, credentials: openCredentials(credentials, common, line) }
  return {
    ask: openAsk(line),
    iot: new IoTClient(signed),
    data: new IoTDataPlaneClient(signed),
    greengrass: new GreengrassV2Client(signed),
    close: () => handler.close(),
  }
}
