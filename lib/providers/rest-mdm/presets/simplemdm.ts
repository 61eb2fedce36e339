import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.4. The default page is 10, so limit is always sent.
 * There is no owner field: who has a device stands in a custom attribute, if anywhere.
 * include_secret_custom_attributes is never sent; recovery keys that come anyway are blanked.
 */
export const simplemdm: Preset = {
  name: "SimpleMDM",
  summary: "Macs, iPads, iPhones and Apple TVs that SimpleMDM manages.",
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "Leave it as it is unless SimpleMDM gave you another address.",
      kind: "url",
      initial: "https://a.simplemdm.com",
      placeholder: "https://a.simplemdm.com",
      required: true,
    },
    {
      key: "ownerAttribute",
      label: "Owner attribute",
      help: "Name of the custom attribute that holds who has the device, such as owner_email. Without it the Managed Apple ID is taken.",
      kind: "text",
      placeholder: "Managed Apple ID",
      required: false,
    },
  ],
  credentials: [
    {
      key: "apiKey",
      label: "API key",
      help: "SimpleMDM: Account → API. It needs to read devices and the account.",
      kind: "password",
      required: true,
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    base_path: "/api/v1",
    auth: {
      type: "basic",
      username: "{{credentials.apiKey}}",
      password: "",
    },
    test: {
      path: "/account",
    },
    list: {
      path: "/devices",
      items: "$.data",
      pagination: {
        style: "last_id",
        param: "starting_after",
        id: "$.id",
        size_param: "limit",
        size: 100,
        has_more: "$.has_more",
      },
    },
    fields: {
      external_id: "$.id",
      serial_number: "$.attributes.serial_number",
      name: ["$.attributes.name", "$.attributes.device_name"],
      model: ["$.attributes.model_name", "$.attributes.product_name"],
      model_identifier: "$.attributes.product_name",
      assigned_to: [
        "$.relationships.custom_attribute_values.data[id='{{settings.ownerAttribute}}'].attributes.value",
        "$.attributes.managed_apple_id",
      ],
      os_version: "$.attributes.os_version",
      last_seen_at: "$.attributes.last_seen_at",
    },
    attributes: {
      status: "$.attributes.status",
      udid: "$.attributes.unique_identifier",
      enrolled_at: {
        path: "$.attributes.enrolled_at",
        transform: "datetime",
      },
      is_supervised: "$.attributes.is_supervised",
      is_dep_enrollment: "$.attributes.is_dep_enrollment",
      filevault_enabled: "$.attributes.filevault_enabled",
      device_group: "$.relationships.device_group.data.id",
    },
    rate: {
      rps: 1,
      burst: 20,
      host: ".simplemdm.com",
    },
    hints: {
      "401": "Make a new API key in SimpleMDM under Account → API and enter it in the integration.",
      "403":
        "Give the API key the permission to read devices and the account in SimpleMDM under Account → API.",
    },
  },
}
