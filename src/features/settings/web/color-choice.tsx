import { Input, Tooltip } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { offeredColor, TAG_COLORS, type TagColor } from '#kernel/tag-colors.ts'
import styles from './settings.module.css'

interface ColorChoiceProps {
  value: TagColor
  onChange: (color: TagColor) => void
}

/** The colours on offer, as radio buttons that show them. */
export function ColorChoice({ value, onChange }: ColorChoiceProps) {
  const { t } = useTranslation('settings')
  const name = useId()
  return (
    <Input.Wrapper label={t('color')} labelElement="div" labelProps={{ id: `${name}-label` }}>
      <div role="radiogroup" aria-labelledby={`${name}-label`} className={styles.colors}>
        {TAG_COLORS.map(color => (
          <Tooltip key={color} label={t(`colors.${color}`)}>
            <input
              type="radio"
              name={name}
              className={styles.color}
              data-color={color}
              aria-label={t(`colors.${color}`)}
              checked={value === color}
              onChange={() => onChange(color)}
            />
          </Tooltip>
        ))}
      </div>
    </Input.Wrapper>
  )
}

/** A dot in the colour of a label or portfolio. */
export const ColorDot = ({ color }: { color: string }) => (
  <span className={styles.dot} data-color={offeredColor(color)} aria-hidden />
)
