import { expectedFailure } from './expected-failure.ts'

/** Runs a command to its end; an expected failure is told in one line and ends the process with 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(expectedFailure(error))
    process.exitCode = 1
  }
}
