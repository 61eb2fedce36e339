import type { Reply } from "@/simulators/reply"

/** Refusals are web pages, not JSON. */
export function refuse(status: number): Reply {
  const title = titles[status] ?? "Error"
  return {
    status,
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${status} ${title}</h1></body></html>`,
    headers: {
      "content-type": "text/html; charset=utf-8",
      ...(status === 401 ? { "www-authenticate": 'Basic realm="WorkStudio"' } : {}),
    },
  }
}

const titles: Record<number, string> = {
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  502: "Bad Gateway",
  503: "Service Unavailable",
}
