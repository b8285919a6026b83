/** Names of the pictograms that a saved filter can have; the browser draws each with the icon of that name. */
export const PICTOGRAMS = [
  'filter', 'star', 'flag', 'heart', 'bookmark', 'alert', 'clock', 'calendar', 'mail', 'phone', 'building', 'store',
  'factory', 'user', 'users', 'id', 'home', 'car', 'tractor', 'stethoscope', 'scale', 'coin', 'receipt', 'chart',
  'file', 'folder', 'checklist', 'shield', 'lock', 'world', 'tools', 'school',
] as const
export type Pictogram = (typeof PICTOGRAMS)[number]
