import type { invitationFr } from './fr.ts'

export const invitationDe: typeof invitationFr = {
  title: 'Einladung',
  welcome: '{{firm}} lädt Sie ein, in Fiduscope zu arbeiten.',
  email: 'E-Mail-Adresse',
  name: 'Ihr Name',
  nameMissing: 'Ihr Name ist nötig.',
  password: 'Wählen Sie ein Passwort',
  passwordHint_one: 'Mindestens {{count}} Zeichen.',
  passwordHint_other: 'Mindestens {{count}} Zeichen.',
  repeated: 'Wiederholen Sie das Passwort',
  different: 'Das ist nicht dasselbe Passwort.',
  showPassword: 'Passwort anzeigen',
  accept: 'Mit der Arbeit beginnen',
  used: 'Diese Einladung wurde schon benutzt. Melden Sie sich mit dem Passwort an, das Sie gewählt haben.',
  expired:
    'Diese Einladung ist abgelaufen: Sie galt sieben Tage. Bitten Sie einen Administrator um einen neuen Link.',
  withdrawn:
    'Diese Einladung wurde zurückgezogen oder ersetzt. Benutzen Sie den letzten Link, oder bitten Sie um einen neuen.',
  unknown: 'Dieser Link ist keine Einladung. Prüfen Sie, ob er vollständig ist.',
  signIn: 'Anmelden',
}
