export const invitationFr = {
  title: 'Invitation',
  welcome: '{{firm}} vous invite à travailler dans Fiduscope.',
  email: 'Adresse e-mail',
  name: 'Votre nom',
  nameMissing: 'Votre nom est nécessaire.',
  password: 'Choisissez un mot de passe',
  passwordHint_one: 'Au moins {{count}} caractère.',
  passwordHint_other: 'Au moins {{count}} caractères.',
  repeated: 'Répétez le mot de passe',
  different: 'Ce n’est pas le même mot de passe.',
  showPassword: 'Afficher le mot de passe',
  accept: 'Commencer à travailler',
  used: 'Cette invitation a déjà été utilisée. Connectez-vous avec le mot de passe que vous avez choisi.',
  expired:
    'Cette invitation a expiré : elle était valable sept jours. Demandez un nouveau lien à un administrateur.',
  withdrawn:
    'Cette invitation a été retirée ou remplacée. Utilisez le dernier lien reçu, ou demandez-en un nouveau.',
  unknown: 'Ce lien n’est pas une invitation. Vérifiez qu’il est complet.',
  signIn: 'Se connecter',
}
