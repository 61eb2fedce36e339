/** What the credentials must be allowed to do, by what it is for. Rollcall calls nothing else, and nothing that writes. */
export const neededActions = {
  things: [
    "iot:ListThings",
    "iot:DescribeThing",
    "iot:ListThingTypes",
    "iot:DescribeThingType",
    "iot:ListTagsForResource",
  ],
  shadows: ["iot:GetThingShadow"],
  greengrass: [
    "greengrass:ListCoreDevices",
    "greengrass:ListInstalledComponents",
    "greengrass:ListDeployments",
    "greengrass:GetDeployment",
  ],
  connectivity: ["iot:GetIndexingConfiguration", "iot:SearchIndex"],
} as const

/** The IAM policy to paste, as JSON text. */
export const neededPolicy = JSON.stringify(
  {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "RollcallReads",
        Effect: "Allow",
        Action: Object.values(neededActions).flat(),
        Resource: "*",
      },
    ],
  },
  null,
  2,
)
