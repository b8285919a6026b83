import { Box, Text, UnstyledButton } from '@mantine/core'
import { IconEye, IconEyeOff, IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import { type ColumnGroup, isAlwaysShown } from './column-order.ts'
import classes from './columns-panel.module.css'

export interface ColumnGroupListProps {
  group: ColumnGroup
  layout: ColumnLayout
  movable: boolean
  onToggle(id: string): void
  onMove(field: DescribedField, place: number, outOf: number): void
}

/** A column that is dragged, and between which ones it would be dropped: 0 is before the first. */
interface Drag {
  from: number
  gap: number
}

/** The columns of one group, to be shown or hidden, and moved by dragging or with Alt and an arrow. */
export function ColumnGroupList({ group, layout, movable, onToggle, onMove }: ColumnGroupListProps) {
  const headingId = useId()
  const [drag, setDrag] = useState<Drag>()
  const { columns } = group

  const drop = () => {
    const field = drag && columns[drag.from]
    if (field && drag.gap !== drag.from && drag.gap !== drag.from + 1) {
      onMove(field, drag.gap > drag.from ? drag.gap - 1 : drag.gap, columns.length)
    }
    setDrag(undefined)
  }

  return (
    <Box component="section" aria-labelledby={headingId}>
      <Text id={headingId} size="xs" fw={700} tt="uppercase" c="dimmed" mb={2}>
        {group.label}
      </Text>
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {columns.map((field, index) => (
          <ColumnItem
            key={field.id}
            field={field}
            shown={layout.shown.includes(field.id)}
            locked={isAlwaysShown(field.id)}
            movable={movable}
            dragged={drag?.from === index}
            drop={dropMark(drag, index, columns.length)}
            onToggle={() => onToggle(field.id)}
            onStep={step => onMove(field, index + step, columns.length)}
            onDragStart={() => setDrag({ from: index, gap: index })}
            onDragOver={after => drag && setDrag({ ...drag, gap: after ? index + 1 : index })}
            onDrop={drop}
            onDragEnd={() => setDrag(undefined)}
          />
        ))}
      </Box>
    </Box>
  )
}

function dropMark(drag: Drag | undefined, index: number, count: number): 'before' | 'after' | undefined {
  if (!drag || drag.gap === drag.from || drag.gap === drag.from + 1) return undefined
  if (drag.gap === index) return 'before'
  return drag.gap === count && index === count - 1 ? 'after' : undefined
}

interface ColumnItemProps {
  field: DescribedField
  shown: boolean
  locked: boolean
  movable: boolean
  dragged: boolean
  drop: 'before' | 'after' | undefined
  onToggle(): void
  onStep(step: number): void
  onDragStart(): void
  onDragOver(after: boolean): void
  onDrop(): void
  onDragEnd(): void
}

function ColumnItem(props: ColumnItemProps) {
  const { t } = useTranslation('panels')
  const { field, shown, locked, movable } = props

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || step === undefined || !movable) return
    event.preventDefault()
    props.onStep(step)
  }

  const onDragOver = (event: DragEvent<HTMLLIElement>) => {
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    props.onDragOver(event.clientY > top + height / 2)
  }

  return (
    <li
      className={classes.column}
      draggable={movable}
      onDragStart={props.onDragStart}
      onDragOver={onDragOver}
      onDrop={props.onDrop}
      onDragEnd={props.onDragEnd}
      {...(props.dragged ? { 'data-dragged': true } : {})}
      {...(props.drop ? { 'data-drop': props.drop } : {})}
    >
      {movable && (
        <span className={classes.grip} aria-hidden>
          <IconGripVertical size={14} />
        </span>
      )}
      <UnstyledButton
        className={classes.toggle}
        aria-pressed={shown}
        aria-disabled={locked}
        title={locked ? t('columns.nameIsShown') : undefined}
        {...(movable ? { 'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown' } : {})}
        onClick={props.onToggle}
        onKeyDown={onKeyDown}
      >
        <span>{field.label}</span>
        {shown ? <IconEye size={15} aria-hidden /> : <IconEyeOff size={15} aria-hidden />}
      </UnstyledButton>
    </li>
  )
}
