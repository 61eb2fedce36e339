import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.1. Of the inventory's versions 3, 2 and 1 the first that the server has is read.
 * Pages start at 0. Tokens are short-lived, so one that ends while the list is read is asked for anew.
 * Mobile devices have a list of their own, whose fields are not certain enough to be mapped here.
 */
export const jamfPro: Preset = {
  name: "Jamf Pro",
  summary: "The computers of a Jamf Pro server, in the cloud or your own.",
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "The address of your Jamf Pro server.",
      kind: "url",
      placeholder: "https://acme.jamfcloud.com",
      required: true,
    },
    {
      key: "signIn",
      label: "Sign in with",
      help: "An API client (Jamf Pro 10.49 or newer) is best. Users of single sign-on cannot be used.",
      kind: "select",
      initial: "client",
      options: [
        {
          value: "client",
          label: "API client",
        },
        {
          value: "user",
          label: "User name and password",
        },
      ],
      required: true,
    },
    {
      key: "filter",
      label: "Filter",
      help: "An RSQL filter, such as general.remoteManagement.managed==true. Leave it empty for all computers.",
      kind: "text",
      placeholder: "All computers",
      required: false,
    },
  ],
  credentials: [
    {
      key: "clientId",
      label: "Client ID",
      help: "Jamf Pro: Settings → API roles and clients.",
      kind: "text",
      required: true,
      when: {
        key: "signIn",
        equals: "client",
      },
    },
    {
      key: "clientSecret",
      label: "Client secret",
      help: "Shown once, when it is made. Its role needs the privilege Read Computers.",
      kind: "password",
      required: true,
      when: {
        key: "signIn",
        equals: "client",
      },
    },
    {
      key: "username",
      label: "User name",
      help: "Of a Jamf Pro user with the privilege Read Computers.",
      kind: "text",
      required: true,
      when: {
        key: "signIn",
        equals: "user",
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
        equals: "user",
      },
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    base_path: "/api",
    auth: [
      {
        when: {
          setting: "signIn",
          equals: "client",
        },
        type: "oauth2_client_credentials",
        token_url: ["/v1/oauth/token", "/oauth/token"],
      },
      {
        when: {
          setting: "signIn",
          equals: "user",
        },
        type: "login_token",
        path: "/v1/auth/token",
        basic: true,
        token: "$.token",
        expires_at: "$.expires",
      },
    ],
    list: {
      path: ["/v3/computers-inventory", "/v2/computers-inventory", "/v1/computers-inventory"],
      query: {
        section: ["GENERAL", "HARDWARE", "USER_AND_LOCATION", "OPERATING_SYSTEM"],
        sort: "id:asc",
        filter: "{{settings.filter}}",
      },
      items: "$.results",
      pagination: {
        style: "page",
        param: "page",
        start: 0,
        size_param: "page-size",
        size: 200,
        total: "$.totalCount",
      },
    },
    fields: {
      external_id: "$.id",
      serial_number: "$.hardware.serialNumber",
      name: "$.general.name",
      model: "$.hardware.model",
      model_identifier: "$.hardware.modelIdentifier",
      assigned_to: ["$.userAndLocation.email", "$.userAndLocation.username", "$.userAndLocation.realname"],
      os_version: "$.operatingSystem.version",
      type: {
        infer: "apple_device_type",
        otherwise: {
          path: "$.general.platform",
          transform: {
            map: {
              Mac: "mac",
            },
            otherwise: null,
          },
        },
      },
      last_seen_at: ["$.general.lastContactTime", "$.general.reportDate"],
    },
    attributes: {
      udid: "$.udid",
      asset_tag: "$.general.assetTag",
      management_id: "$.general.managementId",
      managed: "$.general.remoteManagement.managed",
      supervised: "$.general.supervised",
      os_build: "$.operatingSystem.build",
      real_name: "$.userAndLocation.realname",
    },
    rate: {
      rps: 20,
      concurrency: 5,
    },
    hints: {
      "401":
        "Check the API client, and that it is enabled, in Jamf Pro under Settings → API roles and clients.",
      "403":
        "Give the API role the privilege Read Computers in Jamf Pro under Settings → API roles and clients.",
    },
  },
}
