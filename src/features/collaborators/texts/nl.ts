import type { invitationFr } from './fr.ts'

export const invitationNl: typeof invitationFr = {
  title: 'Uitnodiging',
  welcome: '{{firm}} nodigt u uit om in Fiduscope te werken.',
  email: 'E-mailadres',
  name: 'Uw naam',
  nameMissing: 'Uw naam is nodig.',
  password: 'Kies een wachtwoord',
  passwordHint_one: 'Minstens {{count}} teken.',
  passwordHint_other: 'Minstens {{count}} tekens.',
  repeated: 'Herhaal het wachtwoord',
  different: 'Dit is niet hetzelfde wachtwoord.',
  showPassword: 'Wachtwoord tonen',
  accept: 'Beginnen te werken',
  used: 'Deze uitnodiging werd al gebruikt. Meld u aan met het wachtwoord dat u gekozen hebt.',
  expired:
    'Deze uitnodiging is vervallen: ze was zeven dagen geldig. Vraag een beheerder om een nieuwe link.',
  withdrawn: 'Deze uitnodiging werd ingetrokken of vervangen. Gebruik de laatste link, of vraag een nieuwe.',
  unknown: 'Deze link is geen uitnodiging. Kijk na of hij volledig is.',
  signIn: 'Aanmelden',
}
