import type { Thing } from "./fleet"
import type { World } from "./world"

/** Made up of what moves all the time. */
export const isConnected = ({ drawn }: Thing): boolean => drawn % 10 < 7

/** When it was last heard of, in milliseconds: within the last hour, later each second. */
export const movedAt = ({ now }: Pick<World, "now">, { drawn }: Thing): number =>
  Math.floor(now() / 1000) * 1000 - (drawn % 3600) * 1000
