import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  CheckboxIndicator,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core'
import styles from './theme.module.css'

const brand: MantineColorsTuple = [
  '#e3f2f1',
  '#c8e5e3',
  '#9fd0cd',
  '#6fb8b4',
  '#429f9b',
  '#248b88',
  '#187e7c',
  '#0f7676',
  '#0b6e6e',
  '#095c5c',
]

const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#e3e8ec',
  '#d3dbe0',
  '#b9c5cd',
  '#9fb0ba',
  '#748591',
  '#5b6b78',
  '#364752',
  '#14212b',
]

const dark: MantineColorsTuple = [
  '#e2eaee',
  '#b9c8d1',
  '#9db0bb',
  '#5d7280',
  '#2a3842',
  '#24313a',
  '#1a252d',
  '#162027',
  '#121b21',
  '#0f171c',
]

/** A control of the usual size follows the density; the others keep the size that was asked for. */
const heightByDensity =
  <Part extends string, Name extends string>(part: Part, name: Name) =>
  (_theme: unknown, { size = 'sm' }: { size?: unknown }) =>
    ({ [part]: size === 'sm' ? { [name]: 'var(--control-height)' } : {} }) as Record<
      Part,
      Partial<Record<Name, string>>
    >

/** Mantine in the look of the design; the colours themselves are in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 8,
  colors: { brand, gray, dark },
  white: '#ffffff',
  black: '#14212b',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text)',
    md: 'var(--text)',
    lg: '0.9375rem',
    xl: 'var(--text-title)',
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  shadows: { sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ vars: heightByDensity('root', '--button-height') }),
    Input: Input.extend({ vars: heightByDensity('wrapper', '--input-height') }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        // Its header element would count as a second banner of the page.
        attributes: { header: { role: 'none' } },
      },
      classNames: { title: styles.dialogTitle ?? '' },
    }),
    Alert: Alert.extend({
      classNames: { root: styles.alert ?? '', message: styles.alertMessage ?? '' },
    }),
    Checkbox: Checkbox.extend({ classNames: { input: styles.checkbox ?? '' } }),
    CheckboxIndicator: CheckboxIndicator.extend({ classNames: { indicator: styles.checkbox ?? '' } }),
    Notification: Notification.extend({
      classNames: {
        root: styles.notice ?? '',
        description: styles.noticeText ?? '',
        closeButton: styles.noticeClose ?? '',
      },
    }),
  },
})

/** The tone of the design that stands for each colour that a firm or a component may name. */
const TONES = {
  brand: 'teal',
  teal: 'teal',
  cyan: 'teal',
  green: 'green',
  lime: 'green',
  yellow: 'amber',
  orange: 'amber',
  red: 'red',
  pink: 'pink',
  grape: 'purple',
  violet: 'purple',
  indigo: 'blue',
  blue: 'blue',
  gray: 'grey',
  dark: 'grey',
} as const

/** Points Mantine's variables at the tokens; these know by themselves which theme is on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...surfaceVariables, ...toneVariables },
  dark: { ...surfaceVariables, ...toneVariables },
})

const surfaceVariables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--brand)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-brand-filled': 'var(--brand-fill)',
  '--mantine-color-brand-filled-hover': 'var(--brand-fill-hover)',
  '--mantine-primary-color-filled': 'var(--brand-fill)',
  '--mantine-primary-color-filled-hover': 'var(--brand-fill-hover)',
  '--mantine-primary-color-contrast': 'var(--on-brand)',
}

const toneVariables = Object.fromEntries(
  Object.entries(TONES).flatMap(([color, tone]) => [
    [`--mantine-color-${color}-text`, `var(--${tone})`],
    [`--mantine-color-${color}-light`, `var(--${tone}-weak)`],
    [`--mantine-color-${color}-light-hover`, `color-mix(in srgb, var(--${tone}-weak), var(--${tone}) 8%)`],
    [`--mantine-color-${color}-light-color`, `var(--${tone})`],
    [`--mantine-color-${color}-outline`, `var(--${tone})`],
  ]),
)
