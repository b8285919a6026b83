// Sets theme and density before the first paint, so that a dark screen never flashes white: a module would come too
// late, and the content security policy forbids inline scripts. Keys and attributes are those of src/ui/appearance.ts.
try {
  const root = document.documentElement
  const theme = localStorage.getItem('fiduscope.theme')
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  root.dataset.density = localStorage.getItem('fiduscope.density') ?? 'comfortable'
} catch {
  // A browser that keeps nothing gets the default look.
}
