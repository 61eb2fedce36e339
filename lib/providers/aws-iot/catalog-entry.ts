import { modelFields } from "@/lib/domain/model-fields"
import type { CatalogEntry } from "@/lib/domain/provider"
import { neededPolicy } from "./policy"
import { regions } from "./regions"

export const awsIotCatalogEntry: CatalogEntry = {
  id: "aws-iot",
  name: "AWS IoT",
  family: "iot",
  summary:
    "Things of one AWS region, Greengrass core devices with their components, thing types and deployments.",
  settings: [
    {
      key: "region",
      label: "Region",
      help: "Where the things are. One integration reads one region.",
      kind: "text",
      options: regions,
      placeholder: "eu-central-1",
      initial: "", // a region nobody chose would be read as empty
      required: true,
      partOfConnection: true,
    },
    {
      key: "endpoint",
      label: "Endpoint",
      help: "Leave it empty for Amazon's own addresses. Set, all requests go there.",
      kind: "url",
      placeholder: "https://iot.eu-central-1.amazonaws.com",
      required: false,
    },
    {
      key: "greengrass",
      label: "Greengrass",
      help: "Reads core devices, what runs on them, and deployments. Switch it off where the region has no Greengrass.",
      kind: "switch",
      initial: "true",
      required: false,
    },
    {
      key: "connectivity",
      label: "Connection state from the fleet index",
      help: "Shows which things are connected, if fleet indexing follows connections in this account. It takes one request for each 100 things.",
      kind: "switch",
      initial: "false",
      required: false,
    },
    ...modelFields,
    {
      key: "edgeShadows",
      label: "Ask things one by one",
      help: "Finds cores that have not reported yet, by their shadow. It costs a request a thing.",
      kind: "select",
      options: [
        { value: "auto", label: "All of up to 1,000 things; of more, those that a deployment targets" },
        { value: "every", label: "Every thing" },
        { value: "targets", label: "Only things that a deployment targets" },
      ],
      required: true,
    },
  ],
  credentials: [
    {
      key: "accessKeyId",
      label: "Access key ID",
      help: "Of an IAM user made for Rollcall, with the policy below.",
      kind: "text",
      required: true,
    },
    {
      key: "secretAccessKey",
      label: "Secret access key",
      help: "Shown once, when the access key is made.",
      kind: "password",
      required: true,
    },
    {
      key: "sessionToken",
      label: "Session token",
      help: "Only with temporary keys. They expire within hours; for a lasting connection give a role instead.",
      kind: "password",
      required: false,
    },
    {
      key: "roleArn",
      label: "Role to take on",
      help: "The role's ARN, if the keys only serve to assume it. The role then needs the policy, the user only sts:AssumeRole.",
      kind: "text",
      placeholder: "arn:aws:iam::123456789012:role/rollcall",
      required: false,
    },
    {
      key: "externalId",
      label: "External ID",
      help: "If the role's trust policy asks for one.",
      kind: "password",
      required: false,
    },
  ],
  grants: [{ title: "IAM policy for the user or the role: it only reads", text: neededPolicy }],
  streams: ["device-models", "edge-device-models", "devices"],
  usesModels: true,
  streamIntervals: { "device-models": 600, "edge-device-models": 600, devices: 300 },
  defaultSchedule: { syncInterval: 300, cron: null, timeZone: "UTC" },
}
