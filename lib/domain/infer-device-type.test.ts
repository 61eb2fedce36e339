import { expect, it } from "vitest"
import { inferDeviceType } from "./infer-device-type"

it.each([
  ["MacBook Air (M2, 2022)", "Mac14,2", "macbook"],
  ["MacBook Pro", null, "macbook"],
  ["15-inch MacBook Air", "Mac14,15", "macbook"],
  [null, "MacBookPro18,3", "macbook"],
  ["MacBookAir10,1", null, "macbook"],
  ["iMac", "iMac21,1", "desktop"],
  ["iMac Pro", "iMacPro1,1", "desktop"],
  ["Mac mini", "Mac14,3", "desktop"],
  [null, "Macmini9,1", "desktop"],
  ["Mac Studio", "Mac13,1", "desktop"],
  ["Mac Pro", "MacPro7,1", "desktop"],
  [null, "Mac14,2", "mac"],
  ["Mac14,2", "Mac14,2", "mac"],
  [null, "VirtualMac2,1", "mac"],
  ["iPad", "iPad8,3", "ipad"],
  ["iPad Pro (11-inch)", null, "ipad"],
  [null, "iPhone14,7", "iphone"],
  ["iPhone SE", null, "iphone"],
  ["iPod touch", "iPod9,1", "ipod"],
  ["Apple TV 4K", "AppleTV11,1", "apple-tv"],
  [null, "AppleTV6,2", "apple-tv"],
  ["Apple Watch Series 9", "Watch7,1", "apple-watch"],
  [null, "Watch6,6", "apple-watch"],
  ["Apple Vision Pro", "RealityDevice14,1", "vision"],
  [null, "RealityDevice14,1", "vision"],
  ["Studio Display", null, "monitor"],
  ["Magic Keyboard", null, "accessory"],
  ["ThinkPad X1", "20XW", "unknown"],
  [null, null, "unknown"],
])("S0-CREATE takes %j, %j for: %s", (name, identifier, type) => {
  expect(inferDeviceType({ names: [name], identifiers: [identifier], runsMacOs: false })).toBe(type)
})

it("S0-CREATE takes what runs macOS for a Mac when its model is unknown", () => {
  expect(inferDeviceType({ names: [null], identifiers: [null], runsMacOs: true })).toBe("mac")
  expect(inferDeviceType({ names: ["iMac"], identifiers: [null], runsMacOs: true })).toBe("desktop")
})
