import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.3. A bare array, at most 300 at once; it ends with an empty or short page.
 * `user` is an empty text when there is none, else an object.
 */
export const kandji: Preset = {
  name: "Kandji (Iru)",
  summary: "Macs, iPads, iPhones and Apple TVs that Kandji, now called Iru, manages.",
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "Kandji: Settings → Access. It differs between the US and the EU.",
      kind: "url",
      placeholder: "https://acme.api.kandji.io",
      required: true,
    },
    {
      key: "blueprintId",
      label: "Blueprint ID",
      help: "Only devices of this blueprint. Leave it empty for all devices.",
      kind: "text",
      placeholder: "All blueprints",
      required: false,
    },
  ],
  credentials: [
    {
      key: "token",
      label: "API token",
      help: "Kandji: Settings → Access → API token, with the permission to list devices.",
      kind: "password",
      required: true,
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    base_path: "/api/v1",
    auth: {
      type: "bearer",
      token: "{{credentials.token}}",
    },
    list: {
      path: "/devices",
      query: {
        ordering: "serial_number",
        blueprint_id: "{{settings.blueprintId}}",
      },
      items: "$",
      pagination: {
        style: "offset",
        param: "offset",
        size_param: "limit",
        size: 300,
      },
    },
    fields: {
      external_id: "$.device_id",
      serial_number: "$.serial_number",
      name: "$.device_name",
      model: "$.model",
      assigned_to: ["$.user.email", "$.user.name"],
      os_version: "$.os_version",
      type: {
        infer: "apple_device_type",
        otherwise: {
          path: "$.platform",
          transform: {
            map: {
              Mac: "mac",
              iPad: "ipad",
              iPhone: "iphone",
              AppleTV: "apple-tv",
            },
            otherwise: null,
          },
        },
      },
      last_seen_at: "$.last_check_in",
    },
    attributes: {
      asset_tag: "$.asset_tag",
      platform: "$.platform",
      blueprint: "$.blueprint_name",
      enrolled_at: {
        path: "$.first_enrollment",
        transform: "datetime",
      },
      mdm_enabled: "$.mdm_enabled",
      agent_installed: "$.agent_installed",
      is_missing: "$.is_missing",
      tags: "$.tags",
    },
    filter: {
      drop_when: "$.is_removed == true",
      include_when: "$.blueprint_id == '{{settings.blueprintId}}'",
    },
    rate: {
      rps: 2.7,
      burst: 50,
      host: ".kandji.io",
    },
    hints: {
      "401": "The token was revoked or ended. Make a new one in Kandji under Settings → Access.",
      "403": "Give the token the permission to list devices in Kandji under Settings → Access.",
    },
  },
}
