import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * docs/writing-a-connector.md tells what each setting means.
 */
export const restMdm: Preset = {
  name: "Another MDM (REST)",
  summary: "Any MDM with a REST API: you say where its devices are listed and which of its fields is which of ours.",
  open: true,
  settings: [
    {
      key: "baseUrl",
      label: "Base URL",
      help: "What all its addresses begin with.",
      kind: "url",
      placeholder: "https://mdm.example.com/api",
      required: true
    },
    {
      key: "auth",
      label: "Authentication",
      help: "How a program proves who it is, as the documentation of the API tells.",
      kind: "select",
      options: [
        {
          value: "",
          label: "Choose one"
        },
        {
          value: "bearer",
          label: "Bearer token"
        },
        {
          value: "header",
          label: "API key in a header"
        },
        {
          value: "basic",
          label: "User name and password (Basic)"
        },
        {
          value: "oauth2_client_credentials",
          label: "OAuth 2.0 client credentials"
        },
        {
          value: "login_token",
          label: "Sign-in that answers a token"
        },
        {
          value: "none",
          label: "None"
        }
      ],
      required: true,
      partOfConnection: true
    },
    {
      key: "authHeader",
      label: "Header",
      help: "The header that holds the key.",
      kind: "text",
      initial: "x-api-key",
      required: true,
      when: {
        key: "auth",
        equals: "header"
      },
      partOfConnection: true
    },
    {
      key: "tokenUrl",
      label: "Token path",
      help: "Where tokens are given out: a path, or a whole address.",
      kind: "text",
      placeholder: "/oauth/token",
      required: true,
      when: {
        key: "auth",
        equals: "oauth2_client_credentials"
      },
      partOfConnection: true
    },
    {
      key: "scope",
      label: "Scope",
      help: "Leave it empty unless the API wants one.",
      kind: "text",
      required: false,
      when: {
        key: "auth",
        equals: "oauth2_client_credentials"
      },
      partOfConnection: true
    },
    {
      key: "loginPath",
      label: "Sign-in path",
      help: "Where username and password are sent, as JSON.",
      kind: "text",
      initial: "/login",
      required: true,
      when: {
        key: "auth",
        equals: "login_token"
      },
      partOfConnection: true
    },
    {
      key: "loginToken",
      label: "Path of the token",
      help: "Where the token stands in the answer.",
      kind: "text",
      initial: "$.token",
      required: true,
      when: {
        key: "auth",
        equals: "login_token"
      },
      partOfConnection: true
    },
    {
      key: "listMethod",
      label: "List method",
      help: "How the list of devices is asked for.",
      kind: "select",
      initial: "GET",
      options: [
        {
          value: "GET",
          label: "GET"
        },
        {
          value: "POST",
          label: "POST"
        }
      ],
      required: true,
      partOfConnection: true
    },
    {
      key: "listPath",
      label: "List path",
      help: "Where the devices are listed, after the base URL.",
      kind: "text",
      placeholder: "/devices",
      required: true,
      partOfConnection: true
    },
    {
      key: "itemsPath",
      label: "Items path",
      help: "Where the devices stand in the answer: $ when it is a list itself, else for example $.devices.",
      kind: "text",
      placeholder: "$.devices",
      required: true,
      partOfConnection: true
    },
    {
      key: "paging",
      label: "Paging",
      help: "How the list goes on after its first page.",
      kind: "select",
      options: [
        {
          value: "",
          label: "Choose one"
        },
        {
          value: "none",
          label: "Everything in one answer"
        },
        {
          value: "page",
          label: "Page numbers"
        },
        {
          value: "offset",
          label: "Offset and limit"
        },
        {
          value: "last_id",
          label: "After the last ID"
        },
        {
          value: "body_cursor",
          label: "Token in the answer"
        },
        {
          value: "next_url",
          label: "Address of the next page in the answer"
        },
        {
          value: "link_header",
          label: "Link header"
        }
      ],
      required: true,
      partOfConnection: true
    },
    {
      key: "pageParam",
      label: "Page parameter",
      help: "What the page, offset, ID or token is sent as. Usual: page, offset, starting_after, cursor.",
      kind: "text",
      required: false,
      when: {
        key: "paging",
        equals: [
          "page",
          "offset",
          "last_id",
          "body_cursor"
        ]
      },
      partOfConnection: true
    },
    {
      key: "firstPage",
      label: "First page",
      help: "The number of the first page.",
      kind: "select",
      initial: "1",
      options: [
        {
          value: "1",
          label: "1"
        },
        {
          value: "0",
          label: "0"
        }
      ],
      required: true,
      when: {
        key: "paging",
        equals: "page"
      },
      partOfConnection: true
    },
    {
      key: "nextPath",
      label: "Path of the next page",
      help: "Where the token or address of the next page stands in the answer.",
      kind: "text",
      placeholder: "$.next",
      required: true,
      when: {
        key: "paging",
        equals: [
          "body_cursor",
          "next_url"
        ]
      },
      partOfConnection: true
    },
    {
      key: "idPath",
      label: "Path of the ID",
      help: "Where the ID to go on from stands in a device.",
      kind: "text",
      initial: "$.id",
      required: true,
      when: {
        key: "paging",
        equals: "last_id"
      },
      partOfConnection: true
    },
    {
      key: "hasMorePath",
      label: "Path of “has more”",
      help: "Where the answer says whether more devices follow, if it does.",
      kind: "text",
      placeholder: "$.has_more",
      required: false,
      when: {
        key: "paging",
        equals: [
          "page",
          "offset",
          "last_id"
        ]
      },
      partOfConnection: true
    },
    {
      key: "totalPath",
      label: "Path of the total",
      help: "Where the answer says how many devices there are, if it does. It proves that none is missing.",
      kind: "text",
      placeholder: "$.total",
      required: false,
      when: {
        key: "paging",
        equals: [
          "page",
          "offset",
          "last_id",
          "body_cursor",
          "next_url",
          "link_header"
        ]
      },
      partOfConnection: true
    },
    {
      key: "sizeParam",
      label: "Page size parameter",
      help: "What the number of devices per page is sent as, if it can be chosen.",
      kind: "text",
      placeholder: "per_page",
      required: false,
      when: {
        key: "paging",
        equals: [
          "page",
          "offset",
          "last_id",
          "body_cursor",
          "next_url",
          "link_header"
        ]
      },
      partOfConnection: true
    },
    {
      key: "size",
      label: "Page size",
      help: "Devices per page; not more than the API allows.",
      kind: "number",
      placeholder: "100",
      required: false,
      when: {
        key: "paging",
        equals: [
          "page",
          "offset",
          "last_id",
          "body_cursor",
          "next_url",
          "link_header"
        ]
      },
      partOfConnection: true
    },
    {
      key: "mapping",
      label: "Field mapping",
      help: "Which of its fields fills which of ours. Fetch a sample below to see them and to fill this in.",
      kind: "json",
      placeholder: "{ \"external_id\": \"$.id\", \"serial_number\": \"$.serial\" }",
      required: true,
      partOfConnection: true
    },
    {
      key: "config",
      label: "Whole configuration",
      help: "For what the fields above cannot say; it goes over them. See docs/writing-a-connector.md.",
      kind: "json",
      placeholder: "{ \"list\": { \"query\": { \"status\": \"enrolled\" } } }",
      required: false,
      partOfConnection: true
    }
  ],
  credentials: [
    {
      key: "token",
      label: "Token",
      help: "Sent as Authorization: Bearer.",
      kind: "password",
      required: true,
      when: {
        key: "auth",
        equals: "bearer"
      }
    },
    {
      key: "apiKey",
      label: "API key",
      help: "Sent in the header above.",
      kind: "password",
      required: true,
      when: {
        key: "auth",
        equals: "header"
      }
    },
    {
      key: "username",
      label: "User name",
      help: "With Basic, some APIs take the key here and no password.",
      kind: "text",
      required: true,
      when: {
        key: "auth",
        equals: [
          "basic",
          "login_token"
        ]
      }
    },
    {
      key: "password",
      label: "Password",
      help: "May be empty with Basic.",
      kind: "password",
      required: false,
      when: {
        key: "auth",
        equals: [
          "basic",
          "login_token"
        ]
      }
    },
    {
      key: "clientId",
      label: "Client ID",
      help: "Of the API client.",
      kind: "text",
      required: true,
      when: {
        key: "auth",
        equals: "oauth2_client_credentials"
      }
    },
    {
      key: "clientSecret",
      label: "Client secret",
      help: "Of the API client.",
      kind: "password",
      required: true,
      when: {
        key: "auth",
        equals: "oauth2_client_credentials"
      }
    }
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    auth: {
      type: "{{settings.auth}}",
      name: "{{settings.authHeader}}",
      token_url: "{{settings.tokenUrl}}",
      scope: "{{settings.scope}}",
      path: "{{settings.loginPath}}",
      token: "{{settings.loginToken}}"
    },
    list: {
      method: "{{settings.listMethod}}",
      path: "{{settings.listPath}}",
      items: "{{settings.itemsPath}}",
      pagination: {
        style: "{{settings.paging}}",
        param: "{{settings.pageParam}}",
        start: "{{settings.firstPage}}",
        next: "{{settings.nextPath}}",
        id: "{{settings.idPath}}",
        has_more: "{{settings.hasMorePath}}",
        total: "{{settings.totalPath}}",
        size_param: "{{settings.sizeParam}}",
        size: "{{settings.size}}"
      }
    },
    fields: "{{settings.mapping}}"
  }
}
