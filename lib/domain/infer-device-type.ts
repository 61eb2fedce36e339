import type { DeviceType } from "./device"

/** Marketing names, tried in this order: "MacBook Pro" must not be taken for a "Mac Pro". */
const byName: [RegExp, DeviceType][] = [
  [/\bmacbook/i, "macbook"],
  [/\bi?mac ?pro\b|\bimac|\bmac ?mini|\bmac ?studio|\bxserve/i, "desktop"],
  [/\bipad/i, "ipad"],
  [/\biphone/i, "iphone"],
  [/\bipod/i, "ipod"],
  [/\bapple ?tv/i, "apple-tv"],
  [/\b(?:apple )?watch/i, "apple-watch"],
  [/\bvision pro|\bapple vision|\brealitydevice/i, "vision"],
  [/\bstudio display|\bpro display|\bmonitor\b/i, "monitor"],
  [/\b(?:keyboard|mouse|trackpad|airpods|homepod|pencil)\b/i, "accessory"],
]

/** Model identifiers such as `MacBookPro18,3`. */
const byIdentifier: [RegExp, DeviceType][] = [
  [/^MacBook/i, "macbook"],
  [/^(?:iMac|Macmini|MacPro|MacStudio|Xserve)/i, "desktop"],
  [/^iPad/i, "ipad"],
  [/^iPhone/i, "iphone"],
  [/^iPod/i, "ipod"],
  [/^AppleTV/i, "apple-tv"],
  [/^Watch/i, "apple-watch"],
  [/^RealityDevice/i, "vision"],
  [/^(?:AudioAccessory|AirPods)/i, "accessory"],
  // Since 2022 Apple numbers laptops and desktops alike: Mac14,2 is an Air, Mac14,3 a mini
  [/^(?:Mac\d|VirtualMac)/i, "mac"],
]

/**
 * What kind of device it is (S0-CREATE): its marketing name says it best, then its identifier; what at least runs macOS is a Mac.
 * `names` and `identifiers` in the order in which they are trusted.
 */
export function inferDeviceType(model: {
  names: (string | null)[]
  identifiers: (string | null)[]
  runsMacOs: boolean
}): DeviceType {
  const type =
    firstMatch(model.names, byName) ?? firstMatch([...model.identifiers, ...model.names], byIdentifier)
  return type ?? (model.runsMacOs ? "mac" : "unknown")
}

function firstMatch(texts: (string | null)[], rules: [RegExp, DeviceType][]): DeviceType | null {
  for (const text of texts) {
    if (text === null) continue
    for (const [pattern, type] of rules) if (pattern.test(text)) return type
  }
  return null
}
