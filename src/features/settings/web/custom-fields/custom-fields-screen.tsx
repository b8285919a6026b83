import settings from '../settings.module.css'
import { CustomFieldsSection } from './custom-fields-section.tsx'

/** *Clients > Champs personnalisés*. */
export const CustomFieldsScreen = () => (
  <div className={settings.page}>
    <div className={settings.content}>
      <CustomFieldsSection />
    </div>
  </div>
)
