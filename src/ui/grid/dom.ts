type Child = Node | string | undefined

/** An element of the page with its attributes and children; an attribute that is undefined is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value)
  }
  made.append(...children.filter(child => child !== undefined))
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

/** A decorative icon of 24 × 24 units, drawn by the path data given, in the colour of the text. */
export function icon(path: string, className: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    class: className,
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(name, value)
  }
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
