import process from 'node:process'

/** Loaded before each command: when scripts/run.mjs is gone, however it ended, the command ends as if told to. */
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 5_000).unref()
  process.kill(process.pid, 'SIGTERM')
})

// A command that has done its work ends by itself.
process.channel?.unref()
