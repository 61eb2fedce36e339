/**
 * The facts Rollcall asks Addigy for, by their v2 identifiers. v1 sends everything under labels, from which the identifiers
 * derive ("Serial Number" is serial_number). Left out on purpose: secrets, long lists (profiles, agents), and whatever moves
 * with each heartbeat (uptime, free disk, battery, days of warranty left).
 */

/** Facts that become attributes, in the order in which they are kept. */
export const attributeFacts = [
  "admin_users",
  "agent_version",
  "build_version",
  "device_chip_type",
  "enrolled_via_dep",
  "ethernet_ma_cs",
  "ethernet_mac_address",
  "filevault_enabled",
  "is_compliant",
  "is_mdm_lost_mode_enabled",
  "is_supervised",
  "mac_uuid",
  "policy_id",
  "policy_ids",
  "processor_type",
  "registration_date",
  "system_version",
  "total_disk_space_gb",
  "total_memory_gb",
  "udid",
  "warranty_expiration_date",
  "wifi_mac_address",
] as const

const fieldFacts = [
  "serial_number",
  "device_name",
  "host_name",
  "localhost_name",
  "device_model_name",
  "product_name",
  "hardware_model",
  "current_user",
  "os_version",
  "mac_os_x_version",
] as const

const stateFacts = ["online", "last_online", "mdm_last_connected"] as const

/** v1 labels that only v1 has; read if they come, never asked for. */
type V1Fact = "product_description" | "identity_username"

export const desiredFacts: readonly FactId[] = [...fieldFacts, ...stateFacts, ...attributeFacts]

export type FactId =
  | (typeof attributeFacts)[number]
  | (typeof fieldFacts)[number]
  | (typeof stateFacts)[number]
  | V1Fact
