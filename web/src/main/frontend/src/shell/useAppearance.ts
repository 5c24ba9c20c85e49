import { ref, watchEffect } from 'vue';

export type Theme = 'dark' | 'light';
export type Density = 'compact' | 'comfortable';

const YEAR_SECONDS = 365 * 24 * 3600;
const THEME_COOKIE = 'strata_theme';
const DENSITY = 'strata.density';

const theme = ref<Theme>(/(?:^|; )strata_theme=light/.test(document.cookie) ? 'light' : 'dark');
const density = ref<Density>(localStorage.getItem(DENSITY) === 'comfortable' ? 'comfortable' : 'compact');

watchEffect(() => {
  document.documentElement.dataset.theme = theme.value;
  document.documentElement.dataset.density = density.value;
});

/** Dark or light, dense or not. The theme is kept in the cookie that the other screens read, too. */
export function useAppearance() {
  return {
    theme,
    density,
    toggleTheme() {
      theme.value = theme.value === 'dark' ? 'light' : 'dark';
      document.cookie = `${THEME_COOKIE}=${theme.value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
    },
    toggleDensity() {
      density.value = density.value === 'compact' ? 'comfortable' : 'compact';
      localStorage.setItem(DENSITY, density.value);
    },
  };
}
