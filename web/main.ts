import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n } from './i18n.ts';
import { router } from './router.ts';
import 'element-plus/theme-chalk/base.css';
import './styles/theme.css';
import './styles/page.css';
import './styles/controls.css';

createApp(App).use(createPinia()).use(router).use(i18n).mount('#app');
