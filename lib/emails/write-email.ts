export type EmailContent = { title: string; body: string; accountName: string; href: string | null }

/** An e-mail's subject and its two forms. `site` is where browsers reach Rollcall: what leads there is made whole with it. */
export function writeEmail({ title, body, accountName, href }: EmailContent, site: string) {
  const link = href === null ? null : new URL(href, site).href
  const settings = new URL("/settings/notifications", site).href
  const why = `Rollcall sends this to the admins of ${accountName}. Which news are sent is chosen at`
  const text = [body, link === null ? null : `See ${link}`, `-- \n${why} ${settings}`]
  const html = [
    `<h1 style="font-size:18px;margin:0 0 12px">${inHtml(title)}</h1>`,
    ...body.split("\n").map((line) => `<p style="margin:0 0 12px">${inHtml(line)}</p>`),
    link === null ? "" : `<p style="margin:0 0 20px"><a href="${inHtml(link)}">See it in Rollcall</a></p>`,
    `<p style="margin:0;color:#667085;font-size:12px">${inHtml(why)} <a href="${inHtml(settings)}">Notifications</a>.</p>`,
  ]
  return {
    subject: title,
    text: `${text.filter((part) => part !== null).join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">${html.join("")}</body></html>`,
  }
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

const inHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
