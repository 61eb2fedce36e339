import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.6; known from independent clients only. One list for each system.
 * Errors come with a 200; DEVICES_NOTFOUND is the end of a list. Numbers and dates are texts.
 */
export const mosyle: Preset = {
  name: "Mosyle",
  summary: "Macs, iPhones, iPads and Apple TVs that Mosyle Business or Manager manages.",
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "With its version: https://businessapi.mosyle.com/v1 for Business, https://managerapi.mosyle.com/v2 for Manager.",
      kind: "url",
      initial: "https://businessapi.mosyle.com/v1",
      required: true,
    },
    {
      key: "api",
      label: "API",
      help: "Manager, and Business accounts made since 2024, sign in with the newer one.",
      kind: "select",
      initial: "v1",
      options: [
        {
          value: "v1",
          label: "Older (token and password with each call)",
        },
        {
          value: "v2",
          label: "Newer (sign-in)",
        },
      ],
      required: true,
      partOfConnection: true,
    },
  ],
  credentials: [
    {
      key: "accessToken",
      label: "Access token",
      help: "Mosyle: Organization → API Integration.",
      kind: "password",
      required: true,
    },
    {
      key: "email",
      label: "E-mail",
      help: "Of an admin of Mosyle who may use the API.",
      kind: "text",
      required: true,
    },
    {
      key: "password",
      label: "Password",
      help: "Of that admin.",
      kind: "password",
      required: true,
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    auth: [
      {
        when: {
          setting: "api",
          equals: "v1",
        },
        type: "header",
        headers: {
          accesstoken: "{{credentials.accessToken}}",
        },
      },
      {
        when: {
          setting: "api",
          equals: "v1",
        },
        type: "basic",
        username: "{{credentials.email}}",
        password: "{{credentials.password}}",
      },
      {
        when: {
          setting: "api",
          equals: "v2",
        },
        type: "login_token",
        path: "/login",
        body: {
          accessToken: "{{credentials.accessToken}}",
          email: "{{credentials.email}}",
          password: "{{credentials.password}}",
        },
        token_header: "authorization",
      },
    ],
    list: [
      {
        when: {
          setting: "api",
          equals: "v1",
        },
        method: "POST",
        path: "/devices",
        body: {
          operation: "list",
          options: {
            os: "mac",
          },
        },
        items: ["$.response[*].devices[*]", "$.response.devices"],
        success_when: "$.status == 'OK'",
        pagination: {
          style: "page",
          in: "body",
          param: "options.page",
          end_when: ["$.response[0].status == 'DEVICES_NOTFOUND'", "$.response.status == 'DEVICES_NOTFOUND'"],
        },
      },
      {
        when: {
          setting: "api",
          equals: "v1",
        },
        method: "POST",
        path: "/devices",
        body: {
          operation: "list",
          options: {
            os: "ios",
          },
        },
        items: ["$.response[*].devices[*]", "$.response.devices"],
        success_when: "$.status == 'OK'",
        pagination: {
          style: "page",
          in: "body",
          param: "options.page",
          end_when: ["$.response[0].status == 'DEVICES_NOTFOUND'", "$.response.status == 'DEVICES_NOTFOUND'"],
        },
      },
      {
        when: {
          setting: "api",
          equals: "v1",
        },
        method: "POST",
        path: "/devices",
        body: {
          operation: "list",
          options: {
            os: "tvos",
          },
        },
        items: ["$.response[*].devices[*]", "$.response.devices"],
        success_when: "$.status == 'OK'",
        pagination: {
          style: "page",
          in: "body",
          param: "options.page",
          end_when: ["$.response[0].status == 'DEVICES_NOTFOUND'", "$.response.status == 'DEVICES_NOTFOUND'"],
        },
      },
      {
        when: {
          setting: "api",
          equals: "v2",
        },
        method: "POST",
        path: "/listdevices",
        body: {
          accessToken: "{{credentials.accessToken}}",
          options: {
            os: "mac",
          },
        },
        items: ["$.response.devices", "$.response[*].devices[*]"],
        success_when: "$.status == 'OK'",
        pagination: {
          style: "page",
          in: "body",
          param: "options.page",
          end_when: ["$.response[0].status == 'DEVICES_NOTFOUND'", "$.response.status == 'DEVICES_NOTFOUND'"],
        },
      },
      {
        when: {
          setting: "api",
          equals: "v2",
        },
        method: "POST",
        path: "/listdevices",
        body: {
          accessToken: "{{credentials.accessToken}}",
          options: {
            os: "ios",
          },
        },
        items: ["$.response.devices", "$.response[*].devices[*]"],
        success_when: "$.status == 'OK'",
        pagination: {
          style: "page",
          in: "body",
          param: "options.page",
          end_when: ["$.response[0].status == 'DEVICES_NOTFOUND'", "$.response.status == 'DEVICES_NOTFOUND'"],
        },
      },
      {
        when: {
          setting: "api",
          equals: "v2",
        },
        method: "POST",
        path: "/listdevices",
        body: {
          accessToken: "{{credentials.accessToken}}",
          options: {
            os: "tvos",
          },
        },
        items: ["$.response.devices", "$.response[*].devices[*]"],
        success_when: "$.status == 'OK'",
        pagination: {
          style: "page",
          in: "body",
          param: "options.page",
          end_when: ["$.response[0].status == 'DEVICES_NOTFOUND'", "$.response.status == 'DEVICES_NOTFOUND'"],
        },
      },
    ],
    fields: {
      external_id: "$.deviceudid",
      serial_number: "$.serial_number",
      name: "$.device_name",
      model: ["$.device_model_name", "$.device_model"],
      model_identifier: "$.device_model",
      assigned_to: ["$.useremail", "$.username"],
      os_version: "$.osversion",
      type: {
        infer: "apple_device_type",
        otherwise: {
          path: "$.os",
          transform: {
            map: {
              mac: "mac",
              tvos: "apple-tv",
              visionos: "vision",
            },
            otherwise: null,
          },
        },
      },
      last_seen_at: ["$.date_last_beat", "$.date_checkin", "$.date_info"],
    },
    attributes: {
      asset_tag: "$.asset_tag",
      os: "$.os",
      user_type: "$.usertype",
      enrolled_at: {
        path: "$.date_enroll",
        transform: "datetime",
      },
      is_supervised: {
        path: "$.is_supervised",
        transform: "bool",
      },
      management_status: "$.managementstatus",
      tags: "$.tags",
      wifi_mac_address: "$.wifi_mac_address",
    },
    rate: {
      rps: 1,
      burst: 3,
      host: ".mosyle.com",
    },
    hints: {
      "401": "Check the access token, the e-mail and the password, and the choice of the API.",
      "404": "Check that the base URL has its version, and the choice of the API.",
    },
  },
}
