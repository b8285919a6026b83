import { useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedEditorProps } from './cell-editor-props.ts'
import classes from './editing.module.css'
import { EditorFrame } from './editor-frame.tsx'
import { PickedOption } from './picked-option.tsx'
import { usePickedValue } from './use-picked-value.ts'
import { valueAtStart } from './value-at-start.ts'

/** One or several values out of a list that is searched by typing; the keyboard does all of it. */
export function PickedEditor(props: PickedEditorProps) {
  const { field, row, options, several = false } = props
  const { t } = useTranslation('editing')
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const value = usePickedValue(props)
  const { found, index } = value
  const own = options.find(option => option.value === valueAtStart(props))
  useLayoutEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <EditorFrame
      label={t('editorOf', { field: field.label, name: String(row.values['identity.name'] ?? '') })}
      findCell={props.findCell}
      minWidth={several || props.onSearch ? 240 : 200}
      onLeave={value.leave}
      panel={
        <>
          {props.reason !== undefined && (
            <div role="alert" className={classes.problem}>
              {props.reason}
            </div>
          )}
          <div
            ref={list}
            id={id}
            role="listbox"
            aria-label={field.label}
            aria-multiselectable={several}
            className={classes.list}
          >
            {found.map((option, place) => (
              <PickedOption
                key={String(option.value)}
                id={`${id}-${place}`}
                option={option}
                isCurrent={place === index}
                isPicked={value.isTicked(option)}
                several={several}
                onPick={() => value.pick(option)}
              />
            ))}
          </div>
          {found.length === 0 && <div className={classes.note}>{t('nothingFound')}</div>}
          {several && <div className={classes.note}>{t('tickHint')}</div>}
        </>
      }
    >
      <input
        className={classes.input}
        // biome-ignore lint/a11y/noAutofocus: whoever opens an editor types into it
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${index}` : undefined}
        aria-label={field.label}
        autoComplete="off"
        spellCheck={false}
        value={value.query}
        placeholder={several ? t('searchLabels') : own?.label}
        onChange={event => value.search(event.currentTarget.value)}
        onKeyDown={value.onKeyDown}
      />
    </EditorFrame>
  )
}
