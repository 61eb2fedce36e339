/** The account of the simulated things. */
export const account = "123456789012"

export const thingArn = (region: string, name: string): string =>
  `arn:aws:iot:${region}:${account}:thing/${name}`
export const typeArn = (region: string, name: string): string =>
  `arn:aws:iot:${region}:${account}:thingtype/${name}`
