import { createApp } from 'vue';
import App from './App.vue';
import { i18n, startLanguage } from './messages';
import { router } from './router';
import './ui/style.css';

void startLanguage().then(() => createApp(App).use(i18n).use(router).mount('#app'));
