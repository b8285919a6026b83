import type { invitationFr } from './fr.ts'

export const invitationEn: typeof invitationFr = {
  title: 'Invitation',
  welcome: '{{firm}} invites you to work in Fiduscope.',
  email: 'E-mail address',
  name: 'Your name',
  nameMissing: 'Your name is needed.',
  password: 'Choose a password',
  passwordHint_one: 'At least {{count}} character.',
  passwordHint_other: 'At least {{count}} characters.',
  repeated: 'Repeat the password',
  different: 'This is not the same password.',
  showPassword: 'Show the password',
  accept: 'Start working',
  used: 'This invitation has been used. Sign in with the password that you chose.',
  expired: 'This invitation has expired: it was valid for seven days. Ask an administrator for a new link.',
  withdrawn:
    'This invitation was withdrawn or replaced. Use the last link that you got, or ask for a new one.',
  unknown: 'This link is no invitation. Check that it is complete.',
  signIn: 'Sign in',
}
