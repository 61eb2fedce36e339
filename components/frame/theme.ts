export type Theme = "system" | "light" | "dark"

export const themeCookie = "rollcall-theme"

/** The theme a cookie asks for; anything unknown leaves it to the system. */
export const readTheme = (value: string | undefined): Theme =>
  value === "light" || value === "dark" ? value : "system"
