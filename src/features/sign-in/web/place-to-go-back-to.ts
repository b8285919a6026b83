/** Where to go after signing in: the address that was asked for if it is one of ours, else the start. */
export function placeToGoBackTo(asked: unknown): string {
  // A path that starts with two slashes, or with a backslash, names another site.
  const isOurs = typeof asked === 'string' && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in')
  return isOurs ? asked : '/'
}
