/** Postgres' channel on which processes tell each other that a list was published: `{ integrationId }`. */
export const listsChannel = "rollcall_lists"
