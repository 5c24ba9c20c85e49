import { createI18n, useI18n } from 'vue-i18n';
import { usePicker } from '../pick/usePicker';
import en from './en';

/** The languages that there is a bundle for, as they call themselves. */
const LANGUAGES = { en: 'English', ar: 'العربية' } as const;
type Language = keyof typeof LANGUAGES;

const KEY = 'strata.language';
const RIGHT_TO_LEFT: readonly Language[] = ['ar'];
const DAY = { day: { month: 'short', day: 'numeric' }, month: { month: 'short', year: 'numeric', timeZone: 'UTC' }, moment: { dateStyle: 'medium', timeStyle: 'short' } } as const;

const SHARE = { share: { style: 'percent', maximumFractionDigits: 0 } } as const;

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en },
  datetimeFormats: { en: DAY, ar: DAY },
  numberFormats: { en: SHARE, ar: SHARE },
  pluralRules: { ar: arabicPlural },
});

/** Arabic tells zero, one, two, few and many apart (CLDR); a text has these forms in this order. */
function arabicPlural(count: number, forms: number): number {
  const form = ['zero', 'one', 'two', 'few', 'many', 'other'].indexOf(new Intl.PluralRules('ar').select(count));
  return Math.min(form, forms - 1);
}

function isLanguage(name: string | null): name is Language {
  return name !== null && name in LANGUAGES;
}

async function use(language: Language): Promise<void> {
  if (language === 'ar' && !i18n.global.availableLocales.includes('ar')) {
    i18n.global.setLocaleMessage('ar', (await import('./ar')).default);
  }
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}

/** Begins with the language that was chosen last, or else with that of the browser if there is a bundle for it. */
export async function startLanguage(): Promise<void> {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.split('-')[0] ?? null;
  await use(isLanguage(chosen) ? chosen : 'en');
}

/** Choosing the language. */
export function useLanguage() {
  const { t, locale } = useI18n();
  const { pick } = usePicker();
  return {
    async choose(): Promise<void> {
      const language = await pick({
        title: t('command.language'),
        options: Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label })),
        chosen: isLanguage(locale.value) ? [locale.value] : [],
      });
      if (language !== undefined) {
        localStorage.setItem(KEY, language);
        await use(language);
      }
    },
  };
}
