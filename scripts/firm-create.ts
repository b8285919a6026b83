import { parseArgs } from 'node:util'
import { withInstallation } from '#app/installation.ts'
import { setUpFirm } from '#app/set-up-firm.ts'
import { createUsers } from '#features/sign-in/server/create-users.ts'
import { findTakenEmails } from '#platform/auth/create-credentials.ts'
import { makePassword } from '#platform/auth/make-password.ts'
import { ConfigError } from '#platform/config.ts'
import { runCommand } from './run-command.ts'

/** npm run firm:create -- --name "Fiduciaire Dupont" --email anne@dupont.be --user "Anne Dupont" [--portfolio Clients]: a real firm, without demonstration data. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      user: { type: 'string' },
      portfolio: { type: 'string', default: 'Clients' },
    },
  })
  const { portfolio } = values
  const [name, email, user] = [
    required('--name', values.name),
    required('--email', values.email),
    required('--user', values.user),
  ]
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new ConfigError([`--email ${email} cannot be used: an e-mail address.`])
  await withInstallation(async ({ database }) => {
    // The sign-in is written after the firm, so what would refuse it is looked at before.
    if ((await findTakenEmails(database, [email])).length > 0)
      throw new ConfigError([`--email ${email} cannot be used: someone signs in with it already.`])
    const password = makePassword()
    const db = await setUpFirm(database, {
      name,
      fictional: false,
      portfolios: [{ name: portfolio, color: 'teal' }],
    })
    await createUsers(database, db, [{ name: user, email, password, role: 'administrator' }])
    console.log(
      `Firm ${db.firmId} « ${name} » is there. Sign in as ${email} / ${password}, then change the password.`,
    )
  })
})

function required(option: string, value: string | undefined): string {
  if (!value?.trim())
    throw new ConfigError([
      `${option} is missing. Needed: --name, --email and --user (the administrator’s name).`,
    ])
  return value.trim()
}
