import type { z } from "zod"
import { streamId } from "@/lib/domain/provider-id"

/** What AWS IoT yields; models before the things that have them. */
export const awsStream = streamId.extract(["device-models", "edge-device-models", "devices"])
export type AwsStream = z.infer<typeof awsStream>
