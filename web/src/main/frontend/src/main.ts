import { createApp } from 'vue';
import App from './App.vue';
import { i18n, startLanguage } from './messages';
import { router } from './router';
import './ui/style.css';

// The names of files change with each version: a page that was open before takes the new ones.
window.addEventListener('vite:preloadError', () => location.reload());

void startLanguage().then(() => createApp(App).use(i18n).use(router).mount('#app'));
