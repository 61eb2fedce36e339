import type { Thing } from "./fleet"

type Component = { componentName: string; componentVersion: string; lifecycleState: string; isRoot: boolean }

/** One core in eight is not well. */
export const isHealthy = ({ drawn }: Thing): boolean => drawn % 8 !== 0

/** The five components of a core; of an unhealthy one the filter is broken. */
export const componentsOf = (core: Thing): Component[] => [
  made("aws.greengrass.Nucleus", "2.12.6", "FINISHED", true),
  made("aws.greengrass.Cli", "2.12.6", "RUNNING", false),
  made("aws.greengrass.LogManager", "2.3.7", "RUNNING", false),
  made("com.example.Collector", `3.${core.drawn % 4}.1`, "RUNNING", true),
  made("com.example.Filter", "1.4.0", isHealthy(core) ? "RUNNING" : "BROKEN", true),
]

const made = (name: string, version: string, state: string, isRoot: boolean): Component => ({
  componentName: name,
  componentVersion: version,
  lifecycleState: state,
  isRoot,
})
