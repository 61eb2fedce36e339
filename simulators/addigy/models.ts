type Platform = "mac" | "ipad" | "iphone" | "tv"

/** A product as Addigy names it. Since 2022 the identifiers of Macs no longer tell laptops from desktops. */
export type Model = {
  platform: Platform
  name: string
  identifier: string
  chip: string
  memoryGb: number
  diskGb: number
}

export const models: readonly [Model, ...Model[]] = [
  mac("MacBook Air (M2, 2022)", "Mac14,2", "Apple M2", 16, 512),
  mac("MacBook Pro (14-inch, 2023)", "Mac14,9", "Apple M2 Pro", 32, 1024),
  mac("MacBook Pro (16-inch, 2021)", "MacBookPro18,1", "Apple M1 Pro", 32, 1024),
  mac("MacBook Air (M1, 2020)", "MacBookAir10,1", "Apple M1", 8, 256),
  mac("iMac (24-inch, M1, 2021)", "iMac21,1", "Apple M1", 16, 512),
  mac("Mac mini (M2, 2023)", "Mac14,3", "Apple M2", 16, 512),
  mac("Mac Studio (2023)", "Mac14,13", "Apple M2 Max", 64, 2048),
  mac("MacBook Pro (13-inch, 2019)", "MacBookPro15,2", "Intel Core i5", 16, 512),
  {
    platform: "ipad",
    name: "iPad (9th generation)",
    identifier: "iPad12,1",
    chip: "A13 Bionic",
    memoryGb: 3,
    diskGb: 64,
  },
  {
    platform: "ipad",
    name: "iPad Pro (11-inch)",
    identifier: "iPad8,3",
    chip: "A12X Bionic",
    memoryGb: 4,
    diskGb: 256,
  },
  {
    platform: "iphone",
    name: "iPhone 14",
    identifier: "iPhone14,7",
    chip: "A15 Bionic",
    memoryGb: 6,
    diskGb: 128,
  },
  {
    platform: "tv",
    name: "Apple TV 4K",
    identifier: "AppleTV11,1",
    chip: "A12 Bionic",
    memoryGb: 3,
    diskGb: 32,
  },
]

function mac(name: string, identifier: string, chip: string, memoryGb: number, diskGb: number): Model {
  return { platform: "mac", name, identifier, chip, memoryGb, diskGb }
}
