/** The order counts: most browsers also say that they are the ones they descend from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bFxiOS\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/.+Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** `Firefox · Windows` from what a browser says of itself; undefined when neither is recognised. */
export function describeDevice(userAgent: string | null): string | undefined {
  const parts = [BROWSERS, SYSTEMS].map(
    names => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1],
  )
  const known = parts.filter(part => part !== undefined)
  return known.length === 0 ? undefined : known.join(' · ')
}
