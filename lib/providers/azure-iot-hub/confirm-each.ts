import type { Presence, Versioned } from "@/lib/domain/session"
import type { Hub } from "./api"
import { askEach } from "./ask-each"

/** What the hub's registry says of these devices, behind which its lists may lag by up to 30 minutes (§0.6 of the provider facts). */
export async function confirmAbsent(hub: Hub, deviceIds: string[]): Promise<Presence> {
  const answers = await askEach(deviceIds, (deviceId) => hub.presenceOf(deviceId))
  const those = (wanted: string) => answers.flatMap(({ item, answer }) => (answer === wanted ? [item] : []))
  return { gone: those("gone"), there: those("there") }
}

/**
 * Of these devices, those that the registry has at this very version. A twin's version only ever rises, so one that went back
 * is another device's, for hubs that tell no etag of the registry by which `identityOf` would know.
 */
export async function confirmAnew(hub: Hub, devices: Versioned[]): Promise<string[]> {
  const answers = await askEach(devices, ({ externalId }) => hub.readVersion(externalId))
  return answers.flatMap(({ item, answer }) => (answer === item.sourceVersion ? [item.externalId] : []))
}
