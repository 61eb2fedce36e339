import type { SourceSample } from "@/lib/domain/source-sample"

/** Names under which systems keep a field, the surest first; compared without case and signs. */
const usualNames: Record<string, string[]> = {
  external_id: ["id", "deviceid", "uuid", "deviceuuid", "udid", "deviceudid", "managementid", "agentid"],
  serial_number: ["serialnumber", "hardwareserial", "serial", "serialno", "deviceserial"],
  name: ["devicename", "computername", "displayname", "name", "hostname"],
  model: ["modelname", "devicemodelname", "model", "hardwaremodel", "devicemodel"],
  model_identifier: ["modelidentifier", "productname", "hardwaremodelidentifier", "devicemodel"],
  assigned_to: [
    "useremail",
    "email",
    "emailaddress",
    "userprincipalname",
    "username",
    "assignedto",
    "owner",
    "user",
  ],
  os_version: ["osversion", "operatingsystemversion", "systemversion"],
  last_seen_at: [
    "lastseenat",
    "lastseen",
    "lastcheckin",
    "lastcontacttime",
    "lastsyncdatetime",
    "seentime",
    "lastonline",
  ],
}

/** Guesses from the names of what was found which path may fill which field; a person has to confirm it. */
export function suggestMapping(found: SourceSample["found"]): Record<string, string> {
  const byName = found
    .filter(({ filled }) => filled > 0)
    .map(({ path }) => ({ path, name: lastName(path), depth: path.split(/[.[]/).length }))
    .sort((one, other) => one.depth - other.depth)
  return Object.fromEntries(
    Object.entries(usualNames).flatMap(([field, names]) => {
      for (const wanted of names) {
        const hit = byName.find(({ name }) => name === wanted)
        if (hit !== undefined) return [[field, hit.path]]
      }
      return []
    }),
  )
}

const lastName = (path: string): string =>
  (/([^.[\]'"]+)['"\]]*$/.exec(path)?.[1] ?? "").toLowerCase().replace(/[^a-z0-9]/g, "")
