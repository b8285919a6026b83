/** The shades of tokens.css that read well on their own weak shade. */
type Shade = 'red' | 'amber' | 'green' | 'teal' | 'blue' | 'purple' | 'pink' | 'grey'

const SHADES: Readonly<Record<string, Shade>> = {
  red: 'red',
  orange: 'amber',
  yellow: 'amber',
  lime: 'green',
  green: 'green',
  teal: 'teal',
  cyan: 'teal',
  blue: 'blue',
  indigo: 'blue',
  violet: 'purple',
  grape: 'purple',
  pink: 'pink',
}

/** Gives a tag the shade that comes nearest to a colour of the theme. */
export function inColor<Tag extends HTMLElement>(color: string | undefined, tag: Tag): Tag {
  const shade = SHADES[color ?? ''] ?? 'grey'
  // Through the object model, since the content security policy bars style attributes.
  tag.style.setProperty('--tag-ink', `var(--${shade})`)
  tag.style.setProperty('--tag-ground', `var(--${shade}-weak)`)
  return tag
}
