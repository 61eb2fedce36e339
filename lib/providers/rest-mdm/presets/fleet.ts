import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.5. Pages start at 0 and carry no total; /hosts/count tells it.
 * order_direction without order_key is an error. Without page and per_page everything comes in one reply.
 */
export const fleet: Preset = {
  name: "Fleet",
  summary: "Macs, PCs, Linux machines, Chromebooks, iPhones and iPads of your own Fleet server (fleetdm).",
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "The address of your Fleet server.",
      kind: "url",
      placeholder: "https://fleet.example.com",
      required: true,
    },
    {
      key: "signIn",
      label: "Sign in with",
      help: "An API-only user's token is best. E-mail and password do not work for users of single sign-on.",
      kind: "select",
      initial: "token",
      options: [
        {
          value: "token",
          label: "API token",
        },
        {
          value: "password",
          label: "E-mail and password",
        },
      ],
      required: true,
    },
    {
      key: "teamId",
      label: "Team ID",
      help: "Only hosts of this team (Fleet Premium); 0 is no team. Leave it empty for all hosts.",
      kind: "text",
      placeholder: "All teams",
      required: false,
    },
  ],
  credentials: [
    {
      key: "token",
      label: "API token",
      help: "Fleet: make an API-only user with the role Observer, and copy its token.",
      kind: "password",
      required: true,
      when: {
        key: "signIn",
        equals: "token",
      },
    },
    {
      key: "email",
      label: "E-mail",
      help: "Of a Fleet user who may see all hosts.",
      kind: "text",
      required: true,
      when: {
        key: "signIn",
        equals: "password",
      },
    },
    {
      key: "password",
      label: "Password",
      help: "Of that user.",
      kind: "password",
      required: true,
      when: {
        key: "signIn",
        equals: "password",
      },
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    base_path: "/api/v1/fleet",
    auth: [
      {
        when: {
          setting: "signIn",
          equals: "token",
        },
        type: "bearer",
        token: "{{credentials.token}}",
      },
      {
        when: {
          setting: "signIn",
          equals: "password",
        },
        type: "login_token",
        path: "/login",
        body: {
          email: "{{credentials.email}}",
          password: "{{credentials.password}}",
        },
        token: "$.token",
      },
    ],
    test: {
      path: "/me",
    },
    list: {
      path: "/hosts",
      query: {
        order_key: "id",
        order_direction: "asc",
        device_mapping: "true",
        team_id: "{{settings.teamId}}",
      },
      items: "$.hosts",
      count: {
        path: "/hosts/count",
        query: {
          team_id: "{{settings.teamId}}",
        },
        total: "$.count",
      },
      pagination: {
        style: "page",
        param: "page",
        start: 0,
        size_param: "per_page",
        size: 100,
      },
    },
    fields: {
      external_id: "$.id",
      serial_number: "$.hardware_serial",
      name: ["$.display_name", "$.computer_name", "$.hostname"],
      model: "$.hardware_model",
      model_identifier: "$.hardware_model",
      assigned_to: "$.device_mapping[0].email",
      os_version: "$.os_version",
      type: {
        infer: "apple_device_type",
        otherwise: {
          path: "$.platform",
          transform: {
            map: {
              darwin: "mac",
              ios: "iphone",
              ipados: "ipad",
            },
            otherwise: null,
          },
        },
      },
      last_seen_at: "$.seen_time",
      online: {
        path: "$.status",
        transform: {
          map: {
            online: true,
            offline: false,
            mia: false,
            missing: false,
          },
          otherwise: null,
        },
      },
    },
    attributes: {
      uuid: "$.uuid",
      platform: "$.platform",
      hardware_vendor: "$.hardware_vendor",
      primary_mac: "$.primary_mac",
      memory_bytes: "$.memory",
      team: "$.team_name",
      enrolled_at: {
        path: "$.last_enrolled_at",
        transform: "datetime",
      },
      mdm_enrollment: "$.mdm.enrollment_status",
    },
    hints: {
      "401": "Enter the token of an API-only user; tokens of other users end when they sign out.",
      "403": "Give the user at least the role Observer, for all teams or for the one that is set.",
    },
  },
}
