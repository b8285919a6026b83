/** Gives a tag the colour that its firm chose for it, in the shades that the theme has for it. */
export function inColor<Tag extends HTMLElement>(color: string | undefined, tag: Tag): Tag {
  // Through the object model, since the content security policy bars style attributes.
  tag.style.setProperty('--tag-ink', `var(--mantine-color-${color ?? 'gray'}-light-color)`)
  tag.style.setProperty('--tag-ground', `var(--mantine-color-${color ?? 'gray'}-light)`)
  return tag
}
