/**
 * Tells zod, before any schema is made, to leave the compiling of parsers alone: its attempt to is refused by our content
 * security policy, and browsers then report a violation on every page.
 */
import { config } from "zod"

config({ jitless: true })
