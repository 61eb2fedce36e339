import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.8. Whether pages count from 0 or 1, and whether all versions page at all, is not certain: asking from 0 and taking a repeated page for the same one serves them all.
 */
export const micromdm: Preset = {
  name: "MicroMDM",
  summary: "Apple devices of your own MicroMDM server: serial numbers and enrolment only.",
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "The address of your MicroMDM server.",
      kind: "url",
      placeholder: "https://mdm.example.com",
      required: true,
    },
    {
      key: "firstPage",
      label: "First page",
      help: "Leave it at 0; if your server refuses that, choose 1.",
      kind: "select",
      initial: "0",
      options: [
        {
          value: "0",
          label: "0",
        },
        {
          value: "1",
          label: "1",
        },
      ],
      required: true,
      partOfConnection: true,
    },
  ],
  credentials: [
    {
      key: "apiKey",
      label: "API key",
      help: "The one that the server was started with.",
      kind: "password",
      required: true,
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    auth: {
      type: "basic",
      username: "micromdm",
      password: "{{credentials.apiKey}}",
    },
    list: {
      method: "POST",
      path: "/v1/devices",
      body: {},
      items: "$.devices",
      pagination: {
        style: "page",
        in: "body",
        param: "page",
        start: "{{settings.firstPage}}",
        size_param: "per_page",
        size: 100,
        may_repeat: true,
      },
    },
    fields: {
      external_id: ["$.udid", "$.serial_number"],
      serial_number: "$.serial_number",
      last_seen_at: "$.last_seen",
    },
    attributes: {
      enrolled: "$.enrollment_status",
      dep_profile: "$.dep_profile_status",
    },
    hints: {
      "401": "Enter the API key that the server was started with.",
    },
  },
}
