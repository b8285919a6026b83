import { useLayoutEffect, useRef } from 'react'
import { inColor } from '../cells/tag-colors.ts'
import classes from './bulk-edit.module.css'

interface LabelTagProps {
  label: string
  color: string | undefined
  isStruck: boolean
}

/** A label as the list shows it. */
export function LabelTag({ label, color, isStruck }: LabelTagProps) {
  const tag = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (tag.current) inColor(color, tag.current)
  }, [color])
  return (
    <span ref={tag} className={classes.tag} data-struck={isStruck || undefined}>
      {label}
    </span>
  )
}
