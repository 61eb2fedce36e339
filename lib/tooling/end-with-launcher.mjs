/** Preloaded by every process the launcher starts: should the launcher be killed, its children end as on SIGTERM. */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))
process.channel?.unref()
