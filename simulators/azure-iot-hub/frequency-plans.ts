import type { JsonObject } from "./device"

type Plan = { id: string; region: string; hwspec: string; range: [number, number]; channels: number[] }

/** Regions as IoT-Hub-Portal names them, with the band that a station listens to. */
export const frequencyPlans: readonly [Plan, ...Plan[]] = [
  {
    id: "EU_863_870",
    region: "EU863",
    hwspec: "sx1301/1",
    range: [863_000_000, 870_000_000],
    channels: [868_100_000, 868_300_000, 868_500_000],
  },
  {
    id: "US_902_928_FSB_2",
    region: "US915",
    hwspec: "sx1301/1",
    range: [902_000_000, 928_000_000],
    channels: [903_900_000, 904_100_000, 904_300_000],
  },
  {
    id: "AS_923_925_1",
    region: "AS923",
    hwspec: "sx1301/1",
    range: [915_000_000, 928_000_000],
    channels: [923_200_000, 923_400_000],
  },
]

/** What a station of this plan is sent as `routerConfig`. */
export function routerConfigOf(plan: Plan): JsonObject {
  return {
    NetID: [1],
    JoinEui: [["DCA632FFFEB32FC5", "DCA632FFFEB32FC7"]],
    region: plan.region,
    hwspec: plan.hwspec,
    freq_range: plan.range,
    DRs: [
      [12, 125, 0],
      [11, 125, 0],
      [7, 125, 0],
    ],
    sx1301_conf: [{ radio_0: { enable: true, freq: plan.channels[0] ?? 0 }, chan_FSK: { enable: false } }],
    nocca: true,
    nodc: true,
    nodwell: true,
  }
}
