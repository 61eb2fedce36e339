/**
 * Preloaded by every process the launcher starts: should the launcher be killed, its children end as on SIGTERM. What they
 * start themselves gets this too, and is left alone.
 */
if (Number(process.env.ROLLCALL_LAUNCHER) === process.ppid) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))
  process.channel?.unref()
}
